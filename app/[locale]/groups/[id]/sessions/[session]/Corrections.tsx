"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { Link } from "@/i18n/navigation";
import { call, newKey } from "@/lib/client/api";
import { Button, Select, TextArea, TextField } from "@/lib/ui/components";
import { addCorrection, dropCorrection, type PeerSession } from "@/lib/wire/peerSessions";
import { ANSWER_MAX, ITEM_MAX } from "@/lib/wire/groupParts";
import { Problem } from "../../../../shell/Problem";
import { Unfold } from "../../../../shell/Unfold";
import { useDay, useNames } from "../../../words";

/** What later sessions said of this one: it stands before all else, so that nobody learns what was wrong. */
export function Corrected({ session }: { readonly session: PeerSession }) {
  const t = useTranslations("peer");
  const day = useDay();
  if (session.corrected.length === 0) return null;
  return (
    <section aria-label={t("corrected")} className="flex flex-col gap-3 rounded-(--radius) border border-warn bg-warn-wash p-4">
      {session.corrected.map(({ id, statement, text, session: at, date }) => (
        <div key={id} className="flex gap-3">
          <CircleAlert aria-hidden className="mt-1 size-5 shrink-0 text-warn" />
          <div className="min-w-0">
            <p className="m-0 break-words text-ink-2 line-through">{statement}</p>
            <p className="m-0 whitespace-pre-wrap break-words font-semibold text-ink">{text}</p>
            <Link href={`/groups/${session.group.id}/sessions/${at}`} className="text-sm text-ink-2 underline underline-offset-4">
              {t("correctedOn", { date: day(date) })}
            </Link>
          </div>
        </div>
      ))}
    </section>
  );
}

/** What earlier sessions had wrong, and a way to say so. */
export function Corrections({ session, onChanged }: { readonly session: PeerSession; readonly onChanged: () => void }) {
  const t = useTranslations("peer");
  const day = useDay();
  const nameOf = useNames(session.people);
  const [refused, setRefused] = useState<unknown>(null);
  const drop = async (correction: string) => {
    setRefused(null);
    try {
      await call(dropCorrection, { params: { id: session.group.id, correction } });
    } catch (error) {
      setRefused(error);
    }
    onChanged();
  };
  if (session.earlier.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="flex flex-col gap-3" data-testid="corrections">
      <h2 id="corrections" className="m-0 text-xl font-bold text-ink">
        {t("corrections")}
      </h2>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {session.corrections.map(({ id, statement, text, by, ofSession, ofDate }) => (
          <li key={id} className="rounded-(--radius) border border-line bg-sheet p-3">
            <p className="m-0 break-words text-ink-2 line-through">{statement}</p>
            <p className="m-0 whitespace-pre-wrap break-words font-semibold text-ink">{text}</p>
            <p className="m-0 mt-1 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
              {nameOf(by)}
              <Link href={`/groups/${session.group.id}/sessions/${ofSession}`} className="underline underline-offset-4">
                {t("saidOn", { date: day(ofDate) })}
              </Link>
              {(session.owner || by === session.me) && !session.group.archived && (
                <Button size="sm" variant="ghost" onClick={() => void drop(id)}>
                  {t("takeBack")}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <Problem error={refused} />
      {!session.group.archived && (
        <Unfold title={t("correct")}>
          <CorrectionForm session={session} onAdded={onChanged} />
        </Unfold>
      )}
    </section>
  );
}

function CorrectionForm({ session, onAdded }: { readonly session: PeerSession; readonly onAdded: () => void }) {
  const t = useTranslations("peer");
  const day = useDay();
  const [of, setOf] = useState(session.earlier[0].id);
  const [statement, setStatement] = useState("");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const missing = (value: string) => (tried && value.trim() === "" ? t("textRule") : undefined);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setRefused(null);
    setTried(true);
    if (statement.trim() === "" || text.trim() === "") return;
    try {
      const body = { session: session.id, ofSession: of, statement, text };
      await call(addCorrection, { params: { id: session.group.id }, body, key: newKey() });
      setStatement("");
      setText("");
      setTried(false);
    } catch (error) {
      setRefused(error);
    }
    onAdded();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
      <Select
        label={t("ofSession")}
        value={of}
        options={session.earlier.map(({ id, date }) => ({ value: id, label: day(date) }))}
        onChange={setOf}
      />
      <TextField
        label={t("statement")}
        maxLength={ITEM_MAX}
        autoComplete="off"
        value={statement}
        onChange={(event) => setStatement(event.target.value)}
        problem={missing(statement)}
      />
      <TextArea
        label={t("right")}
        maxLength={ANSWER_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
        problem={missing(text)}
      />
      <Problem error={refused} />
      <Button type="submit" variant="secondary" className="self-start">
        {t("correctNow")}
      </Button>
    </form>
  );
}
