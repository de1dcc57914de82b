"use client";

import { useTranslations } from "next-intl";

/** A note as it is read. */
export function NoteView({ text }: { readonly text: string }) {
  const t = useTranslations("note");
  if (text.trim() === "") return <p className="m-0 text-ink-2">{t("empty")}</p>;
  return (
    <div data-testid="note-view" className="whitespace-pre-wrap break-words rounded-(--radius-lg) border border-line bg-sheet p-4 text-ink">
      {text}
    </div>
  );
}
