"use client";

import { NotebookPen } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Link, useRouter } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { call, newKey } from "@/lib/client/api";
import { templateText, type SessionFacts, type Template } from "@/lib/markdown/templates";
import { Button, buttonStyle } from "@/lib/ui/components";
import { createNote } from "@/lib/wire/notes";
import type { PeerSession } from "@/lib/wire/peerSessions";
import { Problem } from "../../../../shell/Problem";
import { useAct } from "../../../../shell/useAct";
import { TemplateChoice } from "../../../noteView/TemplateChoice";
import { useDay, useNames } from "../../../words";

/** What a template says of a session. Who has said nothing yet is not listed. */
const factsOf = ({ date, moderator, scribe, attendance, carried }: PeerSession, nameOf: (id: string | null) => string): SessionFacts => ({
  date,
  moderator: moderator && nameOf(moderator),
  scribe: scribe && nameOf(scribe),
  attendance: attendance.flatMap(({ member, status, expected }) => {
    const said = status ?? expected;
    return said === null ? [] : [{ name: nameOf(member), status: said }];
  }),
  carried: carried
    .filter(({ closed }) => closed === null)
    .map(({ type, text, assignee }) => ({ type, text, assignee: assignee && nameOf(assignee) })),
});

/** The way into the session's note; whoever takes it first begins it. */
export function SessionNote({ session }: { readonly session: PeerSession }) {
  const t = useTranslations("note");
  const day = useDay();
  const locale = useLocale() as Locale;
  const nameOf = useNames(session.people);
  const [template, setTemplate] = useState<Template>("review");
  const router = useRouter();
  const { busy, refused, act } = useAct();
  const open = () =>
    act(
      async (kept) => {
        const { id } = await call(createNote, {
          params: { id: session.group.id },
          body: {
            session: session.id,
            title: t("titleOf", { date: day(session.date) }),
            text: templateText(template, locale, factsOf(session, nameOf)),
          },
          key: newKey(),
          onKept: kept,
        });
        router.push(`/groups/${session.group.id}/notes/${id}`);
      },
      { leaves: true },
    );
  if (session.note !== null)
    return (
      <Link href={`/groups/${session.group.id}/notes/${session.note}`} className={`${buttonStyle("primary", "lg")} gap-2 self-start`}>
        <NotebookPen aria-hidden className="size-5" />
        {t("openNote")}
      </Link>
    );
  return (
    <>
      <TemplateChoice value={template} onChange={setTemplate} />
      <Button size="lg" className="self-start" disabled={busy} onClick={() => void open()}>
        <NotebookPen aria-hidden className="size-5" />
        {t("writeNote")}
      </Button>
      <Problem error={refused} />
    </>
  );
}
