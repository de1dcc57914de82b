"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { STATUSES, type Notice, type Status } from "@/lib/groups/attendance";
import { classNames, Select, ToggleChip } from "@/lib/ui/components";
import { markAttendance, type Mark, type PeerSession } from "@/lib/wire/peerSessions";
import { Problem } from "../../../../shell/Problem";
import { useNames } from "../../../words";

interface Props {
  readonly session: PeerSession;
  readonly onShow: (next: Partial<PeerSession>) => void;
  readonly onSettled: () => void;
}
type Row = PeerSession["attendance"][number];

const NOTICES = ["absent", "late"] as const;

/** Who is there. One tap says it for oneself, another takes it back; whoever leads the session says it for all. */
export function Attendance({ session, onShow, onSettled }: Props) {
  const t = useTranslations("peer");
  const nameOf = useNames(session.people);
  const [refused, setRefused] = useState<unknown>(null);
  const mine = session.attendance.find(({ member }) => member === session.me);
  const others = session.attendance.filter(({ member }) => member !== session.me);
  const { archived } = session.group;

  const mark = async (row: Row, change: Partial<Mark>) => {
    const said = { status: row.status, next: row.next, ...change };
    setRefused(null);
    onShow({ attendance: session.attendance.map((each) => (each.member === row.member ? { ...each, ...said } : each)) });
    try {
      const params = { id: session.group.id, session: session.id, member: row.member };
      await call(markAttendance, { params, body: said });
    } catch (error) {
      setRefused(error);
    }
    onSettled();
  };
  const statusWords = ({ status, expected }: Row): string =>
    status !== null ? t(`status.${status}`) : expected !== null ? t("expected", { status: t(`status.${expected}`) }) : t("notSaid");

  return (
    <section aria-labelledby="attendance" className="flex flex-col gap-4">
      <h2 id="attendance" className="m-0 text-xl font-bold text-ink">
        {t("attendance")}
      </h2>
      {mine && (
        <div className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4 shadow-1" data-testid="mine">
          <Chips
            label={t("me")}
            options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            value={mine.status}
            locked={archived}
            onChoose={(status) => void mark(mine, { status })}
          />
          {mine.status === null && mine.expected !== null && <p className="m-0 text-sm text-ink-2">{statusWords(mine)}</p>}
          <Chips
            label={t("nextTime")}
            options={NOTICES.map((value) => ({ value, label: t(`next.${value}`) }))}
            value={mine.next}
            locked={archived}
            onChoose={(next) => void mark(mine, { next })}
          />
        </div>
      )}
      <Problem error={refused} />
      <ul className="m-0 grid list-none gap-x-6 p-0 sm:grid-cols-2" data-testid="others">
        {others.map((row) => (
          <li key={row.member} data-member={row.member} className="border-b border-line py-2">
            {session.marksAll && !archived ? (
              <Select
                inline
                label={nameOf(row.member)}
                value={row.status ?? ""}
                options={[
                  { value: "", label: row.expected === null ? t("notSaid") : statusWords({ ...row, status: null }) },
                  ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
                ]}
                onChange={(value) => void mark(row, { status: value === "" ? null : value })}
              />
            ) : (
              <span className="flex min-h-10 items-center justify-between gap-3">
                <span className="min-w-0 break-words text-ink">{nameOf(row.member)}</span>
                <span className={classNames("shrink-0 text-sm", row.status === null ? "text-ink-2" : "font-semibold text-ink")}>
                  {statusWords(row)}
                </span>
              </span>
            )}
            {row.next !== null && <p className="m-0 text-sm text-warn">{t(`nextSaid.${row.next}`)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Choices of which one or none holds: a tap on the one that holds takes it back. */
function Chips<T extends Status | Notice>({
  label,
  options,
  value,
  locked,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  readonly locked: boolean;
  readonly onChoose: (value: T | null) => void;
}) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1.5">
      <span aria-hidden className="text-sm font-medium text-ink">
        {label}
      </span>
      <span className="flex flex-wrap gap-2">
        {options.map((option) => (
          <ToggleChip
            key={option.value}
            on={option.value === value}
            label={option.label}
            locked={locked}
            onToggle={() => onChoose(option.value === value ? null : option.value)}
          >
            {option.label}
          </ToggleChip>
        ))}
      </span>
    </div>
  );
}
