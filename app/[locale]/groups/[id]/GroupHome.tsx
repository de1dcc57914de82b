"use client";

import { Archive, CalendarCheck, PenLine, Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link, useRouter } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button, buttonStyle } from "@/lib/ui/components";
import { startSession, type ItemChange } from "@/lib/wire/peerSessions";
import type { GroupHome as Home } from "@/lib/wire/groups";
import { Problem } from "../../shell/Problem";
import { useAct } from "../../shell/useAct";
import { changedItems, ItemList } from "../ItemList";
import { NotHere } from "../NotHere";
import { Waiting } from "../../shell/Waiting";
import { Decks } from "../Decks";
import { useGroup, useReadings } from "../data";
import { useDay, useNames } from "../words";
import { Calendar } from "./Calendar";
import { Invites } from "./Invites";
import { NoteList } from "./notes/NoteList";
import { Members } from "./Members";
import { Settings } from "./Settings";
import { Together } from "./Together";

/** A group's home: today's session first, then what is open, what the members do together, the calendar and who is in it. */
export function GroupHome({ id }: { readonly id: string }) {
  const t = useTranslations("groups");
  const { data, gone, error, mutate } = useGroup(id);
  if (gone) return <NotHere text={t("notHereNote")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const show = (item: string, change: ItemChange) =>
    void mutate({ ...data, items: changedItems(data.items, item, change, data.me, data.today) }, { revalidate: false });
  const alone = data.people.filter(({ state }) => state === "in").length === 1;
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href="/groups" className="w-full text-sm text-ink-2 underline-offset-4 hover:underline">
          {t("title")}
        </Link>
        <h1 className="m-0 min-w-0 break-words text-3xl font-extrabold text-ink">{data.name}</h1>
        {data.archived && (
          <span className="inline-flex items-center gap-1.5 rounded-full bg-paper-3 px-3 py-1 text-sm font-semibold text-ink-2">
            <Archive aria-hidden className="size-4" />
            {t("archived")}
          </span>
        )}
      </header>
      {!data.archived && <Today group={data} />}
      {alone && data.invites && !data.archived && (
        <Invites group={id} invites={data.invites} lead={t("inviteFirst")} onChanged={() => void mutate()} />
      )}
      <Tomorrow group={data} />
      <section aria-labelledby="discussion" className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 id="discussion" className="m-0 text-xl font-bold text-ink">
            {t("discussion")}
          </h2>
          <p className="m-0 text-ink-2">{t("discussionNote")}</p>
        </div>
        <Link href={`/groups/${id}/discussion`} className={buttonStyle("secondary")}>
          {t("toDiscussion")}
        </Link>
      </section>
      <section aria-labelledby="open" className="flex flex-col gap-3">
        <h2 id="open" className="m-0 text-xl font-bold text-ink">
          {t("open")}
        </h2>
        {data.items.length === 0 ? (
          <p className="m-0 text-ink-2">{t("nothingOpen")}</p>
        ) : (
          <ItemList
            group={id}
            session={data.session?.id}
            items={data.items}
            people={data.people}
            archived={data.archived}
            onChanged={show}
            onSettled={() => undefined}
          />
        )}
      </section>
      <NoteList group={id} archived={data.archived} />
      <Together group={data} mutate={mutate} />
      <Calendar group={id} today={data.today} archived={data.archived} />
      <Members group={data} onChanged={() => void mutate()} />
      {data.owner && <Settings key={data.name} group={data} onChanged={() => void mutate()} />}
    </div>
  );
}

/** Decks that came of the group's notes and that are not taken yet; one that was taken here says for which day, as long as the page is shown. */
function Tomorrow({ group }: { readonly group: Home }) {
  const t = useTranslations("groups");
  const { data, mutate } = useReadings(group.id);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const offered = data?.readings.filter(({ id, deck }) => (deck.on === null || taken.includes(id)) && deck.cards > 0) ?? [];
  if (offered.length === 0) return null;
  const took = (reading: string) => {
    setTaken([...taken, reading]);
    void mutate();
  };
  return (
    <section aria-labelledby="tomorrow" className="flex flex-col gap-3">
      <h2 id="tomorrow" className="m-0 text-xl font-bold text-ink">
        {t("tomorrow")}
      </h2>
      <Decks group={group.id} readings={offered} people={group.people} onTaken={took} />
    </section>
  );
}

/** The one thing to do next: begin today's session, or go into it. */
function Today({ group }: { readonly group: Home }) {
  const t = useTranslations("groups");
  const router = useRouter();
  const day = useDay();
  const nameOf = useNames(group.people);
  const { busy, refused, act } = useAct();
  const { session } = group;
  const { moderator, scribe } = session ?? group.proposal;
  const begin = () =>
    act(
      async (kept) => {
        const { id } = await call(startSession, {
          params: { id: group.id },
          body: { date: group.today },
          onKept: kept,
        });
        router.push(`/groups/${group.id}/sessions/${id}`);
      },
      { leaves: true },
    );
  return (
    <section aria-labelledby="today" className="flex flex-col gap-4 rounded-(--radius-lg) border border-line bg-sheet p-5 shadow-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="today" className="m-0 text-xl font-bold text-ink">
          {t("todaySession")}
        </h2>
        <span className="text-sm text-ink-2">{day(group.today)}</span>
      </div>
      {(moderator !== null || scribe !== null) && (
        <dl className="m-0 flex flex-wrap gap-x-8 gap-y-2">
          {moderator !== null && (
            <div className="flex items-center gap-2">
              <Mic aria-hidden className="size-5 text-ink-3" />
              <dt className="text-sm text-ink-2">{t("moderator")}</dt>
              <dd className="m-0 font-semibold text-ink">{nameOf(moderator)}</dd>
            </div>
          )}
          {scribe !== null && (
            <div className="flex items-center gap-2">
              <PenLine aria-hidden className="size-5 text-ink-3" />
              <dt className="text-sm text-ink-2">{t("scribe")}</dt>
              <dd className="m-0 font-semibold text-ink">{nameOf(scribe)}</dd>
            </div>
          )}
        </dl>
      )}
      <Problem error={refused} />
      {session === null ? (
        <>
          <Button size="lg" className="self-start" disabled={busy} onClick={() => void begin()}>
            {t("begin")}
          </Button>
          <p className="m-0 text-sm text-ink-2">{t("rotationNote")}</p>
        </>
      ) : (
        <Link href={`/groups/${group.id}/sessions/${session.id}`} className={`${buttonStyle("primary", "lg")} self-start`}>
          <CalendarCheck aria-hidden className="size-5" />
          {session.closed ? t("lookBack") : t("enterSession")}
        </Link>
      )}
    </section>
  );
}
