"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { call, newKey } from "@/lib/client/api";
import { useReading } from "@/lib/client/notes/useReading";
import { LiveRegion } from "@/lib/ui/components";
import { readNote as readGroupNote } from "@/lib/wire/notes";
import { confirmReading, type Confirmed } from "@/lib/wire/readings";
import type { PeerSession } from "@/lib/wire/peerSessions";
import { Problem } from "../../../../../shell/Problem";
import { DateNotice } from "./DateNotice";
import { NO_DRAFT, readNoteDraft, writeNoteDraft, type Draft } from "./draft";
import { confirmedOf, emptied, findingsOf, type Choice } from "./findings";
import { ItemCards } from "./ItemCards";
import { NoteLines } from "./NoteLines";
import { NoteSource } from "./NoteSource";
import { PeopleCards } from "./PeopleCards";
import { SlipCards } from "./SlipCards";
import { Summary } from "./Summary";
import { TopicCards } from "./TopicCards";
import { Written, type WrittenDown } from "./Written";
import type { Curriculum } from "./curriculum";

interface Props {
  readonly who: string;
  readonly session: PeerSession;
  /** Id of a note of the group that begins the reading; null where it is pasted. */
  readonly source: string | null;
  readonly curriculum: Curriculum;
  readonly onWritten: () => void;
}

/** A note, what was found in it, and what becomes of that. Nothing leaves the browser until it is confirmed. */
export function ReadingOf({ who, session, source, curriculum, onWritten }: Props) {
  const t = useTranslations("reading");
  const locale = useLocale() === "en" ? "en" : "ko";
  const [draft, setDraft] = useState<Draft>(() => readNoteDraft(who, session.id));
  const [refused, setRefused] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const [kept, setKept] = useState(false);
  const [written, setWritten] = useState<WrittenDown | null>(null);
  /** The key of a body: sent again after a failure, it is the same confirmation. */
  const sent = useRef<{ readonly body: string; readonly key: string } | null>(null);
  const { text, name, choices } = draft;
  const { note, busy, failed } = useReading(text, name, session.today);
  const people = session.people;
  // What stands on the screen may lag behind what is typed; typing may not.
  const shown = useDeferredValue(note);
  const findings = useMemo(() => (shown ? findingsOf(shown, people, choices) : null), [shown, people, choices]);

  const change = (next: Partial<Draft>) => {
    setWritten(null);
    setDraft((before) => ({ ...before, ...next }));
  };
  useEffect(() => {
    // Not with every key: a long note is written down whole.
    const wait = setTimeout(() => writeNoteDraft(who, session.id, draft), 200);
    return () => clearTimeout(wait);
  }, [who, session.id, draft]);

  const asked = useRef(false);
  useEffect(() => {
    if (source === null || asked.current || draft.text !== "") return;
    asked.current = true;
    call(readGroupNote, { params: { id: session.group.id, note: source } }).then(
      (given) => setDraft((before) => (before.text === "" ? { ...NO_DRAFT, text: given.text } : before)),
      setRefused,
    );
  }, [source, session.group.id, draft.text]);

  const choose = (key: string, choice: Choice) =>
    setDraft((before) => ({ ...before, choices: { ...before.choices, [key]: { ...before.choices[key], ...choice } } }));
  const chooseAll = (keys: readonly string[], keep: boolean) =>
    setDraft((before) => ({
      ...before,
      choices: { ...before.choices, ...Object.fromEntries(keys.map((key) => [key, { ...before.choices[key], keep }])) },
    }));

  const confirm = async (body: Confirmed) => {
    const wire = JSON.stringify(body);
    if (sent.current?.body !== wire) sent.current = { body: wire, key: newKey() };
    setSending(true);
    setRefused(null);
    setKept(false);
    try {
      const params = { id: session.group.id, session: session.id };
      const reply = await call(confirmReading, { params, body, key: sent.current.key, onKept: () => setKept(true) });
      setKept(false);
      writeNoteDraft(who, session.id, NO_DRAFT);
      setDraft(NO_DRAFT);
      setWritten({ ...reply, others: body.others.length });
      onWritten();
    } catch (error) {
      setRefused(error);
    } finally {
      setSending(false);
    }
  };

  if (written !== null) return <Written written={written} session={session} onAnother={() => setWritten(null)} />;
  const found = findings === null ? 0 : Object.values(findings).reduce((sum, cards) => sum + cards.length, 0);
  const cards = { session, curriculum, onChoose: choose, onAll: chooseAll };
  return (
    <div className="flex flex-col gap-6">
      <NoteSource text={text} name={name} onText={(next, file) => change({ text: next, name: file })} />
      <LiveRegion message={findings && !busy ? t("foundCount", { count: found }) : ""} />
      {failed && (
        <p role="alert" className="m-0 rounded-(--radius) border border-bad p-3 text-sm text-ink">
          {t("readFailed")}
        </p>
      )}
      {busy && findings === null && (
        <p role="status" className="m-0 py-8 text-center text-ink-2">
          {t("busy")}
        </p>
      )}
      {shown && findings && (
        <>
          <DateNotice found={shown.reading.date} who={who} session={session} draft={draft} />
          <div className="grid gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:items-start">
            <NoteLines lines={shown.lines} reading={shown.reading} findings={findings} />
            <div className="flex min-w-0 flex-col gap-8" data-testid="findings">
              {found === 0 && <p className="m-0 text-ink-2">{t("foundNothing")}</p>}
              <SlipCards {...cards} found={findings.slips} />
              <PeopleCards {...cards} people={findings.people} roles={findings.roles} />
              <ItemCards {...cards} found={findings.items} />
              <TopicCards {...cards} found={findings.topics} />
              <Summary
                body={confirmedOf(findings, { me: session.me, marksAll: session.marksAll, locale })}
                titles={curriculum.titles}
                missing={emptied(findings).length}
                busy={sending || busy}
                kept={kept}
                onConfirm={(body) => void confirm(body)}
              />
              <Problem error={refused} />
            </div>
          </div>
        </>
      )}
      {!shown && <Problem error={refused} />}
    </div>
  );
}
