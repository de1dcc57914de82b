"use client";

import { MessageCirclePlus, MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { call, newKey } from "@/lib/client/api";
import type { OpenNote } from "@/lib/client/notes";
import { anchorOf, findAnchor } from "@/lib/notes/anchors";
import { Button } from "@/lib/ui/components";
import { beginThread } from "@/lib/wire/discussion";
import type { Subject } from "@/lib/wire/discussionParts";
import type { NoteRead } from "@/lib/wire/notes";
import { Unfold } from "../../../../shell/Unfold";
import { Composer } from "../../../discussion/Composer";
import { ReportForm } from "../../../discussion/CommentView";
import { useThreads } from "../../../discussion/data";
import { Discussion } from "../../../discussion/Discussion";
import type { Place } from "../../../discussion/ThreadCard";

interface Props extends Pick<Place, "group" | "locale" | "titles"> {
  readonly open: OpenNote;
  readonly read: NoteRead;
  /** The note's text as it stands: with it the lines are found anew. */
  readonly text: string;
}

/** The note line by line: each can be asked about, and says how much is asked about it already; below it all that is asked. */
export function NoteTalk({ open, read, text, ...place }: Props) {
  const t = useTranslations("discussion");
  const { group } = place;
  const about = { note: read.id };
  const { data, refresh } = useThreads(group, about, "open");
  const [asking, setAsking] = useState<number | null>(null);
  const [reported, setReported] = useState(false);
  const shared = open.sync.text;
  const lineOf = ({ anchor, quote }: Extract<Subject, { type: "note" }>) => {
    const { line, by } = findAnchor(shared, { anchor, quote: quote ?? "" });
    return { line, gone: by === "place" };
  };
  const asked = data?.threads.flatMap(({ subject }) => (subject.type === "note" ? [lineOf(subject)] : [])) ?? [];
  const lines = text.split("\n");
  const ask = async (line: number, words: string, onKept: () => void) => {
    const on = { note: read.id, ...anchorOf(shared, line) };
    await call(beginThread, { params: { id: group }, body: { on, text: words }, key: newKey(), onKept });
    setAsking(null);
    refresh();
  };
  const goTo = (line: number) => document.getElementById(`line-${line}`)?.scrollIntoView({ block: "center" });
  return (
    <div className="flex flex-col gap-6" data-testid="note-talk">
      <p className="m-0 text-ink-2">{text.trim() === "" ? t("noLines") : read.writes && t("sideLead")}</p>
      <ol className="m-0 flex list-none flex-col p-0">
        {lines.map((line, i) => {
          const count = asked.filter((each) => !each.gone && each.line === i).length;
          if (line.trim() === "") return null;
          return (
            <li key={i} id={`line-${i}`} className="border-b border-line py-1">
              <div className="flex items-center gap-2">
                <span className="min-w-0 grow whitespace-pre-wrap break-words text-ink">{line}</span>
                {count > 0 && (
                  <span className="inline-flex shrink-0 items-center gap-1 text-sm font-semibold text-ink-2">
                    <MessageCircleQuestion aria-hidden className="size-4 text-brand" />
                    <span aria-hidden>{count}</span>
                    <span className="sr-only">{t("lineCount", { count })}</span>
                  </span>
                )}
                {read.writes && (
                  <Button
                    size="sm"
                    variant="ghost"
                    className="min-w-9 shrink-0 px-2"
                    aria-label={t("lineAsk", { line: line.trim().slice(0, 80) })}
                    aria-expanded={asking === i}
                    onClick={() => setAsking(asking === i ? null : i)}
                  >
                    <MessageCirclePlus aria-hidden className="size-5" />
                  </Button>
                )}
              </div>
              {asking === i && (
                <div className="py-2">
                  <Composer
                    label={t("asking")}
                    action={t("askLine")}
                    focus
                    people={read.people}
                    me={read.me}
                    onSend={(words, onKept) => ask(i, words, onKept)}
                    onCancel={() => setAsking(null)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <Discussion {...place} about={about} lineOf={lineOf} onLine={goTo} />
      {read.by !== read.me && (
        <Unfold title={t("reportNoteTitle")}>
          {reported ? (
            <p role="status" className="m-0 font-semibold text-good">
              {t("reported")}
            </p>
          ) : (
            <ReportForm group={group} about={{ note: read.id }} onDone={() => setReported(true)} />
          )}
        </Unfold>
      )}
    </div>
  );
}
