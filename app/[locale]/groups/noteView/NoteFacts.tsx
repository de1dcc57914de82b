"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { NamedTopic } from "@/lib/markdown/topicName";

export interface NoteFacts {
  readonly topics: readonly (NamedTopic & { readonly title: string })[];
  /** Titles of kinds. */
  readonly kinds: Readonly<Record<string, string>>;
}

const Facts = createContext<NoteFacts>({ topics: [], kinds: {} });

/** Gives the notes inside what their page's server knew of the catalogue. */
export function NoteFactsProvider({ facts, children }: { readonly facts: NoteFacts; readonly children: ReactNode }) {
  return <Facts value={facts}>{children}</Facts>;
}

export const useNoteFacts = (): NoteFacts => useContext(Facts);
