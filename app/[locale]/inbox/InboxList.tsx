"use client";

import { AtSign, CircleCheck, CircleSlash, ListTodo, MessageSquare, NotebookPen, RotateCcw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ComponentType } from "react";
import useSWRInfinite from "swr/infinite";
import { Link } from "@/i18n/navigation";
import { call, useMe } from "@/lib/client/api";
import { useUnread } from "@/lib/client/api/unread";
import { hears, useInboxNews } from "@/lib/client/live";
import { Button, buttonStyle, classNames, Switch } from "@/lib/ui/components";
import { mailInbox, markRead, readInbox, type Inbox } from "@/lib/wire/inbox";
import { num } from "@/lib/words";
import { Problem } from "../shell/Problem";

type Entry = Inbox["entries"][number];
type Changed = NonNullable<NonNullable<Entry["work"]>["points"]>;
const ICONS: Readonly<Record<Entry["cause"], ComponentType<{ className?: string; "aria-hidden"?: boolean }>>> = {
  mention: AtSign,
  reply: MessageSquare,
  answered: CircleCheck,
  note: NotebookPen,
  task: ListTodo,
  voided: CircleSlash,
  restored: RotateCcw,
  regraded: RotateCcw,
};

/** What concerns somebody in their groups and classes, the latest first. What is shown counts as read; it stays marked as new until they come back. */
export function InboxList() {
  const t = useTranslations("inbox");
  const me = useMe().data;
  const who = me?.user && !me.user.guest ? me.user.id : null;
  const { data, error, size, setSize, mutate } = useSWRInfinite(
    (page: number, before: Inbox | null) =>
      who === null || (page > 0 && before?.before == null) ? null : (["inbox", who, before?.before ?? null] as const),
    ([, , before]: readonly [string, string, string | null]) => call(readInbox, { query: before === null ? {} : { before } }),
    { refreshInterval: () => (hears() ? 120_000 : 30_000) },
  );
  useInboxNews(who !== null, () => void mutate());
  const entries = data?.flatMap((page) => page.entries) ?? [];
  useSeen(entries);
  if (me && who === null)
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="m-0 text-ink-2">{t("guest")}</p>
        <Link href="/signin?next=/inbox" className={buttonStyle("primary")}>
          {t("signUp")}
        </Link>
      </div>
    );
  if (!data)
    return error === undefined ? (
      <p role="status" className="py-16 text-center text-ink-2">
        {t("loading")}
      </p>
    ) : (
      <div className="flex flex-col items-center gap-4 py-16">
        <Problem error={error} />
        <Button onClick={() => void mutate()}>{t("retry")}</Button>
      </div>
    );
  const { mail } = data[0];
  return (
    <div className="flex flex-col gap-6">
      {entries.length === 0 ? (
        <p className="m-0 py-10 text-center text-ink-2">{t("none")}</p>
      ) : (
        <ul className="m-0 flex list-none flex-col gap-2 p-0" data-testid="inbox">
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {data[data.length - 1].before !== null && (
        <Button variant="secondary" className="self-center" onClick={() => void setSize(size + 1)}>
          {t("more")}
        </Button>
      )}
      {mail !== null && <ByMail on={mail.on} />}
    </div>
  );
}

/** Tells the server what was shown, each entry once. */
function useSeen(entries: readonly Entry[]): void {
  const { tell } = useUnread();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = entries.filter(({ id, read }) => !read && !told.current.has(id)).slice(0, 50);
    if (fresh.length === 0) return;
    fresh.forEach(({ id }) => told.current.add(id));
    call(markRead, { body: { entries: fresh.map(({ id }) => id) } }).then(
      ({ unread }) => tell(unread),
      // It stays unread, and is told of at the next visit.
      () => undefined,
    );
  }, [entries, tell]);
}

function wayTo({ group, work, thread, session }: Entry): string {
  if (group === null) return work === null ? "/classes" : `/classes/work/${work.id}`;
  return thread === null ? `/groups/${group.id}/sessions/${session}` : `/groups/${group.id}/discussion/${thread}`;
}

function Row({ entry }: { readonly entry: Entry }) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  // As it was when it came: it stays marked while it is looked at.
  const [fresh] = useState(!entry.read);
  const Icon = ICONS[entry.cause];
  const said = entry.text ?? (entry.group === null && entry.work !== null ? null : t("gone"));
  const points = (earned: number, of: number) => t("points", { earned: num(earned, 1).replace(/\.0$/, ""), of });
  const pointsIn = ({ before, beforeOf, after, afterOf }: Changed): string =>
    before === after && beforeOf === afterOf
      ? t("pointsKept", { points: points(after, afterOf) })
      : t("pointsChanged", { before: points(before, beforeOf), after: points(after, afterOf) });
  const { group, work } = entry;
  return (
    <li data-cause={entry.cause} data-fresh={fresh}>
      <Link
        href={wayTo(entry)}
        className={classNames(
          "flex gap-3 rounded-(--radius) border p-3 hover:border-line-strong",
          fresh ? "border-brand bg-sheet" : "border-line bg-paper-2",
        )}
      >
        <Icon aria-hidden className={classNames("mt-1 size-5 shrink-0", fresh ? "text-brand" : "text-ink-3")} />
        <span className="flex min-w-0 grow flex-col">
          <span className="break-words font-semibold text-ink">
            {t(entry.cause, { name: entry.by ?? t("former"), title: work?.title ?? "" })}
            {fresh && <span className="ml-2 rounded-full bg-brand-wash px-2 py-0.5 text-xs font-semibold text-ink">{t("new")}</span>}
          </span>
          {work?.points && <span className="break-words text-ink-2">{pointsIn(work.points)}</span>}
          {said !== null && <span className="line-clamp-2 break-words text-ink-2">{said}</span>}
          <span className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-2">
            <span className="break-words">{group?.name ?? work?.cohort}</span>
            <time dateTime={entry.createdAt}>
              {new Date(entry.createdAt).toLocaleString(locale, { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" })}
            </time>
          </span>
        </span>
      </Link>
    </li>
  );
}

function ByMail({ on: before }: { readonly on: boolean }) {
  const t = useTranslations("inbox");
  const [on, setOn] = useState(before);
  const [refused, setRefused] = useState<unknown>(null);
  const change = async (next: boolean) => {
    setRefused(null);
    setOn(next);
    try {
      await call(mailInbox, { body: { on: next } });
    } catch (error) {
      setOn(!next);
      setRefused(error);
    }
  };
  return (
    <section className="rounded-(--radius) border border-line p-4">
      <Switch label={t("mail")} checked={on} onChange={(next) => void change(next)} />
      <p className="m-0 text-sm text-ink-2">{t("mailNote")}</p>
      <Problem error={refused} />
    </section>
  );
}
