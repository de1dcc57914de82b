"use client";

import { lazy, useState, type ReactNode } from "react";
import type { Locale } from "@/lib/challenges";
import { loadFormulas } from "../groups/noteView/formulas";

const load = async () => ({ default: (await import("./rich/RichSaying")).RichSaying });

/** Markdown comes with the first question that an instructor wrote, KaTeX with the first that may have a formula: nothing moves once it stands. */
const Markdown = lazy(load);
const WithFormulas = lazy(async () => {
  // Where KaTeX does not come, formulas stand as they were typed.
  const [saying] = await Promise.all([load(), loadFormulas().catch(() => null)]);
  return saying;
});

interface Props {
  /** Whether an instructor wrote it: its texts are Markdown with formulas. A topic's own stand as they are. */
  readonly markdown: boolean;
  /** What is shown inside at first. */
  readonly shown: unknown;
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** Whether an item of an assignment is a question that an instructor wrote. */
export const isOwn = (item: string): boolean => item.startsWith("bank:");

/** How the texts of the question inside are shown, wherever it is asked or seen again. Stands inside a `Suspense`. */
export function QuestionWords({ markdown, shown, locale, children }: Props) {
  // What is typed or told later is drawn as it comes: another layout would take from the page what was entered.
  const [formulas] = useState(() => JSON.stringify(shown).includes("$"));
  if (!markdown) return children;
  const Saying = formulas ? WithFormulas : Markdown;
  return <Saying locale={locale}>{children}</Saying>;
}
