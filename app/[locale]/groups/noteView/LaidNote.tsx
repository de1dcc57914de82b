"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { LIMITS } from "@/lib/markdown/limits";
import { layOut } from "@/lib/markdown/parse";
import type { Locale } from "@/lib/challenges";
import { Blocks } from "./Blocks";
import { NotePlace, type NoteViewProps } from "./NotePlace";
import { PlainText } from "./PlainText";
import "./note.css";

/** A note laid out; one that is beyond a limit as it was typed, with the reason. */
export function LaidNote({ text, locale, group, note, people, me, onTask }: NoteViewProps & { readonly locale: Locale }) {
  const t = useTranslations("noteView");
  const laid = useMemo(() => layOut(text), [text]);
  const place = useMemo(() => ({ group, note, people, me, locale, onTask }), [group, note, people, me, locale, onTask]);
  if ("beyond" in laid)
    return (
      <div className="flex flex-col gap-3">
        <p className="m-0 rounded-(--radius) bg-warn-wash p-3 text-sm text-warn" data-testid="note-beyond" data-limit={laid.beyond}>
          {t(`beyond.${laid.beyond}`, { most: laid.beyond === "bytes" ? LIMITS.bytes / 1024 : LIMITS[laid.beyond] })}
        </p>
        <PlainText text={text} />
      </div>
    );
  return (
    <NotePlace value={place}>
      <div data-testid="note-view" className="note min-w-0 text-ink">
        <Blocks blocks={laid.blocks} />
      </div>
    </NotePlace>
  );
}
