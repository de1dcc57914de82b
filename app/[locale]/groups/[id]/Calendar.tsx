"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link, useRouter } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { monthOf, monthRows, shiftedMonth } from "@/lib/groups/week";
import { Button, classNames } from "@/lib/ui/components";
import { startSession, type SessionMonth } from "@/lib/wire/peerSessions";
import { Problem } from "../../shell/Problem";
import { useMonth } from "../data";
import { useDay, useNames } from "../words";

interface Props {
  readonly group: string;
  readonly today: string;
  readonly archived: boolean;
}

type Session = SessionMonth["sessions"][number];

/** The month's sessions: a grid where there is room, a list on a phone. A day that was may be written down afterwards. */
export function Calendar({ group, today, archived }: Props) {
  const t = useTranslations("groups");
  const day = useDay();
  const router = useRouter();
  const [month, setMonth] = useState(monthOf(today));
  const [refused, setRefused] = useState<unknown>(null);
  const [date, setDate] = useState("");
  const { data } = useMonth(group, month);
  const sessions = data?.month === month ? data.sessions : [];
  const title = day(`${month}-01`, { year: "numeric", month: "long" });
  const writeDown = async () => {
    setRefused(null);
    try {
      const { id } = await call(startSession, { params: { id: group }, body: { date } });
      router.push(`/groups/${group}/sessions/${id}`);
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <section aria-labelledby="calendar" className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <h2 id="calendar" className="m-0 text-xl font-bold text-ink">
          {t("calendar")}
        </h2>
        <div className="flex items-center gap-1">
          <Button variant="ghost" size="sm" aria-label={t("monthBefore")} onClick={() => setMonth(shiftedMonth(month, -1))}>
            <ChevronLeft aria-hidden className="size-5" />
          </Button>
          <span aria-live="polite" className="min-w-28 text-center font-semibold text-ink">
            {title}
          </span>
          <Button
            variant="ghost"
            size="sm"
            aria-label={t("monthAfter")}
            disabled={month >= monthOf(today)}
            onClick={() => setMonth(shiftedMonth(month, 1))}
          >
            <ChevronRight aria-hidden className="size-5" />
          </Button>
        </div>
      </div>
      <MonthGrid group={group} month={month} today={today} title={title} sessions={sessions} />
      <SessionRows group={group} sessions={sessions} people={data?.people ?? []} />
      {!archived && (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void writeDown();
          }}
        >
          <label className="flex flex-col gap-1 text-sm font-medium text-ink">
            {t("earlierDay")}
            <input
              type="date"
              required
              max={today}
              value={date}
              onChange={(event) => setDate(event.target.value)}
              className="min-h-11 rounded-(--radius) border border-ink-3 bg-paper px-3 text-base text-ink"
            />
          </label>
          <Button type="submit" variant="secondary" disabled={date === ""}>
            {t("writeDown")}
          </Button>
        </form>
      )}
      <Problem error={refused} />
    </section>
  );
}

/** Weeks as rows, Monday first; what every day says stands in the list below for who reads it by ear. */
function MonthGrid({
  group,
  month,
  today,
  title,
  sessions,
}: {
  readonly group: string;
  readonly month: string;
  readonly today: string;
  readonly title: string;
  readonly sessions: readonly Session[];
}) {
  const t = useTranslations("groups");
  const day = useDay();
  const rows = monthRows(month);
  return (
    <table className="hidden w-full table-fixed border-separate border-spacing-1 sm:table" aria-label={title}>
      <thead>
        <tr>
          {rows[0].map((date) => (
            <th key={date} scope="col" className="pb-1 text-sm font-medium text-ink-2">
              {day(date, { weekday: "short" })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((date) => {
              const session = sessions.find((each) => each.date === date);
              const number = Number(date.slice(8));
              const box = "flex h-14 flex-col items-start justify-between rounded-(--radius) p-1.5 text-sm tabular-nums";
              if (!date.startsWith(month)) return <td key={date} />;
              return (
                <td key={date} className="p-0">
                  {session ? (
                    <Link
                      href={`/groups/${group}/sessions/${session.id}`}
                      aria-label={t("sessionOn", { date: day(date) })}
                      className={classNames(box, "border-2 border-brand bg-brand-wash font-bold text-ink no-underline hover:shadow-1")}
                    >
                      <span>{number}</span>
                      {session.open > 0 && <span className="text-xs font-medium">{t("stillOpen", { count: session.open })}</span>}
                    </Link>
                  ) : (
                    <span
                      className={classNames(
                        box,
                        date === today ? "border-2 border-line-strong font-bold text-ink" : "border border-line text-ink-2",
                      )}
                    >
                      {number}
                      {date === today && <span className="text-xs">{t("today")}</span>}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SessionRows({ group, sessions, people }: Pick<Props, "group"> & Pick<SessionMonth, "sessions" | "people">) {
  const t = useTranslations("groups");
  const day = useDay();
  const nameOf = useNames(people);
  if (sessions.length === 0) return <p className="m-0 text-ink-2">{t("noSessions")}</p>;
  return (
    <ul className="m-0 list-none divide-y divide-line p-0 sm:hidden" data-testid="sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <Link
            href={`/groups/${group}/sessions/${session.id}`}
            className="flex min-h-12 items-center justify-between gap-3 py-2 no-underline"
          >
            <span className="font-semibold text-ink">{day(session.date)}</span>
            <span className="text-right text-sm text-ink-2">
              {[
                ...(session.moderator === null ? [] : [nameOf(session.moderator)]),
                ...(session.open === 0 ? [] : [t("stillOpen", { count: session.open })]),
              ].join(" · ")}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
