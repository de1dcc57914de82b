"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { mutate } from "swr";
import type { Locale } from "@/lib/challenges";
import { Link } from "@/i18n/navigation";
import { ApiError, call, forgetGuest, refreshLearner, useMe, useProgress } from "@/lib/client/api";
import { withinPatience } from "@/lib/client/browser/fetchWithin";
import { buttonStyle, Note, Segmented, Stat } from "@/lib/ui/components";
import * as account from "@/lib/wire/account";
import { num } from "@/lib/words";
import { NameForm, PasswordForm } from "./AccountForms";
import { Days } from "./Days";
import { Devices } from "./Devices";
import { useMoments } from "../assignments/useMoments";
import { useDueWork } from "../classes/work/dueWork";
import { Unfold } from "../shell/Unfold";

const GOALS = [20, 50, 100, 200] as const;

// The last of the page, and seldom wanted.
const OwnData = lazy(async () => ({ default: (await import("./OwnData")).OwnData }));

/** XP, streak, daily goal, best results, the account with its devices, and everything that is kept, to take along or to erase. `titles`: of the challenge kinds, by name. */
export function MyPage({ locale, titles }: { locale: Locale; titles: Readonly<Record<string, string>> }) {
  const t = useTranslations("me");
  const me = useMe();
  const progress = useProgress();
  const data = me.data;
  const [failed, setFailed] = useState<string | null>(null);
  const [erased, setErased] = useState(false);
  const fail = (error: unknown) => setFailed(error instanceof ApiError ? error.text[locale] : t("offline"));

  if (!data)
    return (
      <p role="status" className="text-ink-2">
        {t("loading")}
      </p>
    );
  const change = async (body: account.Settings) => {
    setFailed(null);
    try {
      me.tell(await call(account.changeMe, { body }));
    } catch (error) {
      fail(error);
    }
  };
  const leave = async () => {
    await withinPatience(signOut({ redirect: false }));
    forgetGuest();
    await refreshLearner();
  };
  const kinds = progress.data?.topics.flatMap((x) => x.kinds).filter((k) => k.attempts > 0) ?? [];

  return (
    <div className="flex flex-col gap-8">
      <Note>{erased && t("erased")}</Note>
      {failed !== null && (
        <p
          role="alert"
          // The action may lie far below.
          ref={(node) => node?.scrollIntoView({ block: "nearest" })}
          className="m-0 rounded-(--radius) border border-bad bg-bad-wash p-3 text-sm text-ink"
        >
          {failed}
        </p>
      )}
      {(!data.user || data.user.guest) && (
        <section className="rounded-(--radius) border border-line bg-paper-2 p-4">
          <p className="mb-3 text-ink">{t("guest")}</p>
          <Link href="/signin" className="inline-flex min-h-11 items-center rounded-(--radius) bg-brand px-5 font-semibold text-brand-ink">
            {t("signUp")}
          </Link>
        </section>
      )}
      {data.user && !data.user.guest && (
        <p className="m-0 break-words text-ink-2" data-testid="account">
          <b className="text-ink">{data.user.name}</b>
          {data.user.email !== null && ` · ${data.user.email}`}
        </p>
      )}
      <section aria-label={t("numbers")} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Stat label={t("xp")} value={num(data.xp)} unit="XP" />
        <Stat label={t("today")} value={`${data.xpToday} / ${data.dailyGoal}`} unit="XP" />
        <Stat label={t("streak")} value={num(data.streak)} unit={t("daysUnit", { days: data.streak })} />
        <Stat label={t("due")} value={num(data.dueCards)} unit={t("dueUnit", { cards: data.dueCards })} />
      </section>
      <section>
        <Segmented
          label={t("goal")}
          value={String(data.dailyGoal)}
          options={GOALS.map((g) => ({ value: String(g), label: `${g} XP` }))}
          onChange={(value) => void change({ dailyGoal: GOALS.find((g) => String(g) === value) ?? 50 })}
        />
      </section>
      {data.user && <Days me={data} locale={locale} onChange={(wish) => void change(wish)} />}
      <section>
        <h2 className="mb-2 text-lg font-bold text-ink">{t("results")}</h2>
        {kinds.length === 0 ? (
          <p className="text-ink-2">{t("noResults")}</p>
        ) : (
          <ul className="divide-y divide-line">
            {kinds.map((k) => (
              <li key={k.kind} className="flex items-center justify-between gap-3 py-2">
                <Link href={`/play/${k.kind}`} className="font-medium text-ink underline-offset-4 hover:underline">
                  {titles[k.kind] ?? k.kind}
                </Link>
                <span className="text-sm tabular-nums text-ink-2">
                  {t(k.bestLevel > 0 ? "best" : "bestNone", { score: k.bestScore, level: k.bestLevel, attempts: k.attempts })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {data.user && !data.user.guest && (
        <>
          <Way title={t("groups")} note={t("groupsNote")} href="/groups" label={t("toGroups")} />
          <Way
            title={t("classes")}
            note={data.user.offered > 0 ? t("classesOffered", { count: data.user.offered }) : <ClassesNote />}
            href="/classes"
            label={t("toClasses")}
          />
          {data.user.teaches && <Way title={t("teach")} note={t("teachNote")} href="/teach" label={t("toTeach")} />}
        </>
      )}
      {data.user && !data.user.guest && (
        <section className="flex flex-col gap-4">
          <h2 className="m-0 text-lg font-bold text-ink">{t("account")}</h2>
          <NameForm name={data.user.name ?? ""} />
          <Unfold title={t("password")}>
            <PasswordForm locale={locale} user={data.user} onChanged={() => void mutate(account.listSessions.path)} />
          </Unfold>
        </section>
      )}
      {data.user && <Devices guest={data.user.guest} onFail={fail} onLeave={leave} />}
      <Suspense>{data.user && <OwnData locale={locale} user={data.user} onFail={fail} onErased={() => setErased(true)} />}</Suspense>
    </div>
  );
}

/** What is due in one's classes, and what next; else what classes are. */
function ClassesNote() {
  const t = useTranslations("me");
  const due = useDueWork();
  const [next] = due;
  const moments = useMoments(next?.cohort.timeZone ?? "UTC");
  if (next === undefined) return t("classesNote");
  const { title, standing } = next;
  const which = standing.dueAt === null ? "dueNever" : standing.state === "late" ? "duePast" : "dueNext";
  return (
    <span data-testid="due-next">
      <b className="font-semibold text-ink">{t("dueWork", { count: due.length })}</b>{" "}
      {t(which, { title, when: standing.dueAt === null ? "" : moments.full(standing.dueAt) })}
    </span>
  );
}

interface WayProps {
  readonly title: string;
  readonly note: ReactNode;
  readonly href: string;
  readonly label: string;
}

/** The way to where one meets others. */
function Way({ title, note, href, label }: WayProps) {
  return (
    <section className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <h2 className="m-0 text-lg font-bold text-ink">{title}</h2>
        <p className="m-0 text-ink-2">{note}</p>
      </div>
      <Link href={href} className={buttonStyle("secondary")}>
        {label}
      </Link>
    </section>
  );
}
