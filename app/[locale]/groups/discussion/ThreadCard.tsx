"use client";

import { CircleCheck, CircleHelp, NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { call, newKey } from "@/lib/client/api";
import { Button, classNames } from "@/lib/ui/components";
import { changeThread, reply } from "@/lib/wire/discussion";
import type { Comment, Subject, ThreadHead } from "@/lib/wire/discussionParts";
import type { Person } from "@/lib/wire/groupParts";
import { Problem } from "../../shell/Problem";
import { useNames } from "../words";
import { CommentView } from "./CommentView";
import { Composer } from "./Composer";
import { useThread } from "./data";
import { PuzzleCard } from "./PuzzleCard";

export interface Place {
  readonly group: string;
  readonly locale: Locale;
  /** Titles of the challenge kinds. */
  readonly titles: Readonly<Record<string, string>>;
  /** Where a line stands now, for whoever has the note open: null where it is gone. */
  readonly lineOf?: (subject: Extract<Subject, { type: "note" }>) => { readonly line: number; readonly gone: boolean };
  /** Leads to a line of the note that is open. */
  readonly onLine?: (line: number) => void;
}

interface Props extends Place {
  readonly thread: ThreadHead;
  readonly people: readonly Person[];
  readonly me: string;
  readonly owner: boolean;
  readonly archived: boolean;
  /** Open from the start: on its own page. */
  readonly opened?: boolean;
  readonly onChanged: () => void;
}

/** A question with what it is about; what was said to it comes once somebody opens it. */
export function ThreadCard({ thread, group, people, me, owner, archived, opened = false, onChanged, ...place }: Props) {
  const t = useTranslations("discussion");
  const nameOf = useNames(people);
  const [open, setOpen] = useState(opened);
  const [refused, setRefused] = useState<unknown>(null);
  const { data, mutate } = useThread(group, thread.id, open);
  const shown = data ?? thread;
  const changed = () => {
    void mutate();
    onChanged();
  };
  const settle = async (answered: boolean) => {
    setRefused(null);
    try {
      await call(changeThread, { params: { id: group, thread: thread.id }, body: { answered } });
    } catch (error) {
      setRefused(error);
    }
    changed();
  };
  const send = async (text: string, onKept: () => void) => {
    await call(reply, { params: { id: group, thread: thread.id }, body: { text }, key: newKey(), onKept });
    changed();
  };
  const each = (comment: Comment) => <CommentView {...{ group, comment, people, me, owner, archived }} onChanged={changed} />;
  const done = shown.answered !== null;
  const Icon = done ? CircleCheck : CircleHelp;
  return (
    <article
      data-thread={thread.id}
      data-answered={done}
      className={classNames("flex flex-col gap-3 rounded-(--radius) border border-line p-4", done ? "bg-paper-2" : "bg-sheet")}
    >
      <About {...place} subject={shown.subject} group={group} thread={thread.id} />
      <div className="flex gap-3">
        <Icon aria-hidden className={classNames("mt-0.5 size-5 shrink-0", done ? "text-good" : "text-brand")} />
        <div className="min-w-0 grow">{each(shown.first)}</div>
      </div>
      {shown.answered !== null && (
        <p className="m-0 text-sm font-semibold text-good" data-testid="answered">
          {t("answeredBy", { name: nameOf(shown.answered.by) })}
        </p>
      )}
      {open && data && (
        <div className="flex flex-col gap-4 border-l-2 border-line pl-4" data-testid="replies">
          {data.comments.map((comment) => (
            <div key={comment.id}>{each(comment)}</div>
          ))}
          {!archived && <Composer label={t("replyTo")} action={t("send")} people={people} me={me} onSend={send} />}
        </div>
      )}
      {open && !data && (
        <p role="status" className="m-0 text-ink-2">
          {t("loading")}
        </p>
      )}
      <Problem error={refused} />
      <div className="flex flex-wrap gap-2">
        {!opened && (
          <Button size="sm" variant="secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t("close") : shown.replies > 0 || archived ? t("open", { count: shown.replies }) : t("openNone")}
          </Button>
        )}
        {!archived && (owner || shown.first.by === me) && (
          <Button size="sm" variant={done ? "ghost" : "secondary"} onClick={() => void settle(!done)}>
            {t(done ? "markOpen" : "markAnswered")}
          </Button>
        )}
      </div>
    </article>
  );
}

function About({ subject, group, thread, locale, titles, lineOf, onLine }: Place & { readonly subject: Subject; readonly thread: string }) {
  const t = useTranslations("discussion");
  if (subject.type === "gone") return <p className="m-0 text-sm italic text-ink-2">{t("gone")}</p>;
  if (subject.type === "puzzle")
    return <PuzzleCard group={group} thread={thread} puzzle={subject} locale={locale} title={titles[subject.kind] as string | undefined} />;
  const found = lineOf?.(subject);
  const quote =
    subject.quote === null ? (
      <span className="italic text-ink-2">{t("noteHidden")}</span>
    ) : (
      <q className="break-words font-medium text-ink">{subject.quote}</q>
    );
  return (
    <div data-testid="line" className="flex flex-col gap-1 border-l-4 border-brand pl-3">
      <Link
        href={`/groups/${group}/notes/${subject.note}`}
        className="inline-flex items-center gap-1.5 self-start text-sm text-ink-2 underline underline-offset-4"
      >
        <NotebookPen aria-hidden className="size-4" />
        {subject.title === "" ? t("toNote") : t("onLine", { title: subject.title })}
      </Link>
      {found && onLine && !found.gone ? (
        <button type="button" className="cursor-pointer self-start text-left" onClick={() => onLine(found.line)}>
          {quote}
        </button>
      ) : (
        quote
      )}
      {subject.quote !== null && subject.seq === null && <p className="m-0 text-sm text-ink-2">{t("quotedByAsker")}</p>}
      {found?.gone && <p className="m-0 text-sm text-ink-2">{t("lineGone", { line: found.line + 1 })}</p>}
    </div>
  );
}
