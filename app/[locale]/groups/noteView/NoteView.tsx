"use client";

import { lazy, Suspense, useDeferredValue } from "react";
import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { PlainText } from "./PlainText";
import type { NoteViewProps } from "./NotePlace";

/** The parser and what it draws with: nothing of them is in a page until there is a note to read. */
const LaidNote = lazy(async () => ({ default: (await import("./LaidNote")).LaidNote }));

/** A note as it is read. Its text is data: what is drawn is a tree of allowed parts (lib/markdown), never HTML out of the text. */
export function NoteView({ text, ...props }: NoteViewProps) {
  const t = useTranslations("noteView");
  const locale = useLocale() as Locale;
  // While it is written, the letters come first.
  const calm = useDeferredValue(text);
  if (text.trim() === "") return <p className="m-0 text-ink-2">{t("empty")}</p>;
  return (
    <Suspense fallback={<PlainText text={calm} />}>
      <LaidNote text={calm} locale={locale} {...props} />
    </Suspense>
  );
}
