"use client";

import { lazy, type ReactNode } from "react";
import { simulations } from "@/content/_generated/simulations";
import type { Locale } from "@/lib/challenges";
import { topicRunner } from "@/lib/client/engine/taskRunner";

const LOADED = Object.fromEntries(
  Object.entries(simulations).map(([topic, load]) => [topic, lazy(async () => ({ default: await load() }))]),
);

interface Props {
  readonly topic: string;
  readonly locale: Locale;
  /** Where the topic has none. */
  readonly fallback: ReactNode;
}

/** The simulation of a topic, by its id. */
export function AnySimulation({ topic, locale, fallback }: Props) {
  const Live = LOADED[topic];
  return Live ? <Live locale={locale} runners={topicRunner} /> : fallback;
}
