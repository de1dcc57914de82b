"use client";

import { ArrowRight, CalendarCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { changeSession, type ItemChange, type PeerSession, type SessionChange } from "@/lib/wire/peerSessions";
import { Problem } from "../../../../shell/Problem";
import { Unfold } from "../../../../shell/Unfold";
import { Discussion } from "../../../discussion/Discussion";
import type { Place } from "../../../discussion/ThreadCard";
import { changedItems, ItemList } from "../../../ItemList";
import { Archived } from "../../../Archived";
import { NotHere } from "../../../NotHere";
import { Waiting } from "../../../../shell/Waiting";
import { useSession } from "../../../data";
import { useDay } from "../../../words";
import { Agenda } from "./Agenda";
import { Attendance } from "./Attendance";
import { Corrections, Corrected } from "./Corrections";
import { FromNotes } from "./FromNotes";
import { NewItem } from "./NewItem";
import { Roles } from "./Roles";
import { SessionNote } from "./SessionNote";

interface Props extends Pick<Place, "group" | "locale" | "titles"> {
  readonly session: string;
  /** Titles of the topics that have a lesson, by id. */
  readonly topics: Readonly<Record<string, string>>;
}

/** One session: what came over from before, who is there, what it is about, what arises, and what was wrong before. */
export function SessionDesk({ session, topics, ...place }: Props) {
  const { group } = place;
  const t = useTranslations("peer");
  const groups = useTranslations("groups");
  const day = useDay();
  const { data, gone, error, mutate } = useSession(group, session);
  const [refused, setRefused] = useState<unknown>(null);
  if (gone) return <NotHere text={groups("notHereNote")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;

  const settle = () => void mutate();
  const show = (next: Partial<PeerSession>) => void mutate({ ...data, ...next }, { revalidate: false });
  const showItem = (item: string, change: ItemChange) =>
    show({
      carried: changedItems(data.carried, item, change, data.me, data.today),
      items: changedItems(data.items, item, change, data.me, data.today),
    });
  const change = async (body: SessionChange, shown: Partial<PeerSession>) => {
    setRefused(null);
    show(shown);
    try {
      await call(changeSession, { params: { id: group, session }, body });
    } catch (failure) {
      setRefused(failure);
    }
    settle();
  };
  const { archived } = data.group;
  const lists = { group, session, people: data.people, archived, onChanged: showItem, onSettled: settle };
  const openCarried = data.carried.filter(({ closed }) => closed === null).length;
  const [before] = data.earlier;
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-1">
        <Link href={`/groups/${group}`} className="self-start text-sm text-ink-2 underline-offset-4 hover:underline">
          {data.group.name}
        </Link>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="m-0 text-3xl font-extrabold text-ink">{t("on", { date: day(data.date) })}</h1>
          {!archived && (
            <Button
              variant={data.closed ? "ghost" : "secondary"}
              size="sm"
              onClick={() => void change({ closed: !data.closed }, { closed: !data.closed })}
            >
              <CalendarCheck aria-hidden className="size-4" />
              {t(data.closed ? "openAgain" : "finish")}
            </Button>
          )}
        </div>
        <nav aria-label={t("neighbours")} className="flex flex-wrap gap-x-5 text-sm">
          {before && (
            <Link href={`/groups/${group}/sessions/${before.id}`} className="py-1 text-ink-2 underline underline-offset-4">
              {t("before", { date: day(before.date) })}
            </Link>
          )}
          {data.following && (
            <Link href={`/groups/${group}/sessions/${data.following.id}`} className="py-1 text-ink-2 underline underline-offset-4">
              {t("after", { date: day(data.following.date) })}
            </Link>
          )}
        </nav>
        {archived && <Archived />}
        {data.closed && !archived && <p className="m-0 text-sm font-semibold text-good">{t("finished")}</p>}
        <Problem error={refused} />
      </header>

      {(!archived || data.note !== null) && <SessionNote session={data} />}
      <Corrected session={data} />

      <section aria-labelledby="carried" className="flex flex-col gap-3" data-testid="carried">
        <h2 id="carried" className="m-0 flex items-center gap-2 text-xl font-bold text-ink">
          <ArrowRight aria-hidden className="size-5 text-brand" />
          {t("carried")}
        </h2>
        {data.carried.length === 0 ? (
          <p className="m-0 text-ink-2">{t(before ? "carriedNone" : "carriedFirst")}</p>
        ) : (
          <>
            <p className="m-0 text-sm text-ink-2">{t(openCarried === 0 ? "carriedAllClosed" : "carriedNote")}</p>
            <ItemList {...lists} items={data.carried} />
          </>
        )}
      </section>

      <Roles session={data} onChange={(body, shown) => void change(body, shown)} />
      <Attendance session={data} onShow={show} onSettled={settle} />
      <Agenda key={session} session={data} onSaved={show} onSettled={settle} />

      <section aria-labelledby="arose" className="flex flex-col gap-3" data-testid="arose">
        <h2 id="arose" className="m-0 text-xl font-bold text-ink">
          {t("arose")}
        </h2>
        <ItemList {...lists} items={data.items} />
        {archived ? null : <NewItem session={data} onAdded={settle} />}
      </section>
      <FromNotes session={data} titles={topics} />
      <Corrections session={data} onChanged={settle} />
      <Unfold title={t("discussion")}>
        <Discussion {...place} about={{ session }} />
      </Unfold>
    </div>
  );
}
