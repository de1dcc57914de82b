"use client";

import { createContext, use, type ReactNode } from "react";
import type { Locale, Topic } from "@/lib/challenges";

export interface Lesson {
  readonly topic: Pick<Topic, "id" | "misconceptions">;
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly skill: string }[];
  readonly locale: Locale;
}

const LessonContext = createContext<Lesson | null>(null);

/** Tells the parts of a lesson which topic they stand in. */
export function LessonProvider({ lesson, children }: { readonly lesson: Lesson; readonly children: ReactNode }) {
  return <LessonContext value={lesson}>{children}</LessonContext>;
}

export function useLesson(): Lesson {
  const lesson = use(LessonContext);
  if (lesson === null) throw new Error("A lesson's parts stand inside <LessonProvider>.");
  return lesson;
}
