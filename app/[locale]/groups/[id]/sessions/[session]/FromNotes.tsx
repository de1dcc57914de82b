"use client";

import { CircleAlert, ScanText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button, buttonStyle } from "@/lib/ui/components";
import { dropSlip, type Readings } from "@/lib/wire/readings";
import type { PeerSession } from "@/lib/wire/peerSessions";
import { Problem } from "../../../../shell/Problem";
import { Decks } from "../../../Decks";
import { useReadings } from "../../../data";

interface Props {
  readonly session: PeerSession;
  /** Of the topics that have a lesson, by id. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What was read out of the session's notes: what was said wrongly, topics, whom nobody here is, and the deck for tomorrow. */
export function FromNotes({ session, titles }: Props) {
  const t = useTranslations("peer");
  const { data, mutate } = useReadings(session.group.id, session.id);
  const { archived } = session.group;
  if (!data || (archived && data.readings.length === 0)) return null;
  const topics = new Map(data.readings.flatMap((reading) => reading.topics.map(({ topic, matched }) => [topic, matched] as const)));
  const coming = [...topics].filter(([topic]) => !(topic in titles));
  const others = new Map(
    data.readings.flatMap((reading) => reading.others.map((other) => [`${other.name}/${other.status}`, other] as const)),
  );
  return (
    <section aria-labelledby="from-notes" className="flex flex-col gap-4" data-testid="from-notes">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="from-notes" className="m-0 text-xl font-bold text-ink">
          {t("fromNotes")}
        </h2>
        {!archived && (
          <Link href={`/groups/${session.group.id}/sessions/${session.id}/read`} className={buttonStyle("secondary", "sm")}>
            <ScanText aria-hidden className="size-4" />
            {t("readNote")}
          </Link>
        )}
      </div>
      {data.readings.length === 0 && <p className="m-0 text-ink-2">{t("fromNotesNone")}</p>}
      <Decks group={session.group.id} readings={data.readings} people={session.people} onTaken={() => void mutate()} />
      <Slips session={session} slips={data.slips} titles={titles} onDropped={() => void mutate()} />
      {topics.size > coming.length && (
        <ul className="m-0 flex list-none flex-wrap gap-2 p-0" aria-label={t("noteTopics")}>
          {[...topics.keys()]
            .filter((topic) => topic in titles)
            .map((topic) => (
              <li key={topic} className="inline-flex items-center rounded-full border border-line bg-paper-2 px-3 py-1 text-sm">
                <Link href={`/learn/${topic}`} className="text-ink underline underline-offset-4">
                  {titles[topic]}
                </Link>
              </li>
            ))}
        </ul>
      )}
      {coming.length > 0 && (
        <p className="m-0 break-words text-sm text-ink-2">
          {t("topicsComing")} {coming.map(([, matched]) => matched).join(", ")}
        </p>
      )}
      {others.size > 0 && (
        <p className="m-0 text-sm text-ink-2">
          {t("noteOthers")}{" "}
          {[...others.values()].map(({ name, status }) => t("noteOther", { name, status: t(`noteStatus.${status}`) })).join(", ")}
        </p>
      )}
    </section>
  );
}

function Slips({ session, slips, titles, onDropped }: Props & { readonly slips: Readings["slips"]; readonly onDropped: () => void }) {
  const t = useTranslations("peer");
  const locale = useLocale() === "en" ? "en" : "ko";
  const [refused, setRefused] = useState<unknown>(null);
  const drop = async (slip: string) => {
    setRefused(null);
    try {
      await call(dropSlip, { params: { id: session.group.id, slip } });
    } catch (error) {
      setRefused(error);
    }
    onDropped();
  };
  if (slips.length === 0) return <Problem error={refused} />;
  return (
    <>
      <h3 className="m-0 text-base font-bold text-ink">{t("slips")}</h3>
      <ul className="m-0 flex list-none flex-col gap-2 p-0" data-testid="session-slips">
        {slips.map(({ id, by, statement, topic, correction }) => (
          <li key={id} className="flex gap-3 rounded-(--radius) border border-line bg-sheet p-3">
            <CircleAlert aria-hidden className="mt-1 size-5 shrink-0 text-warn" />
            <div className="min-w-0 grow">
              <p className="m-0 break-words text-ink-2 line-through">{statement}</p>
              <p className="m-0 break-words font-semibold text-ink">{correction[locale]}</p>
              <p className="m-0 mt-1 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
                {topic in titles && (
                  <Link href={`/learn/${topic}`} className="underline underline-offset-4">
                    {titles[topic]}
                  </Link>
                )}
                {(session.owner || by === session.me) && !session.group.archived && (
                  <Button size="sm" variant="ghost" onClick={() => void drop(id)}>
                    {t("notWrong")}
                  </Button>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Problem error={refused} />
    </>
  );
}
