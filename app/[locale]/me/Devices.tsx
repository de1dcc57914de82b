"use client";

import { useLocale, useTranslations } from "next-intl";
import useSWR from "swr";
import { call, refreshLearner, forgetGuest } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { endAllSessions, endSession, listSessions, type Sessions } from "@/lib/wire/account";

interface DevicesProps {
  /** A guest signed out could never come back: only accounts are offered it. */
  readonly guest: boolean;
  readonly onFail: (error: unknown) => void;
  readonly onLeave: () => Promise<void>;
}

/** Where the learner is signed in, in words, and the ways out. */
export function Devices({ guest, onFail, onLeave }: DevicesProps) {
  const t = useTranslations("me");
  const locale = useLocale();
  const sessions = useSWR(listSessions.path, () => call(listSessions));
  const acting = (act: () => Promise<unknown>) => () => void act().catch(onFail);
  const revoke = async (id: string) => {
    await call(endSession, { params: { id } });
    await sessions.mutate();
  };
  const leaveAll = async () => {
    await call(endAllSessions);
    forgetGuest();
    await refreshLearner();
  };
  const nameOf = ({ browser, system }: Sessions["sessions"][number]): string => {
    if (browser !== null && system !== null) return t("device", { browser, system });
    return browser ?? system ?? t("unknownDevice");
  };
  return (
    <section>
      <h2 className="mb-2 text-lg font-bold text-ink">{t("sessions")}</h2>
      <ul className="divide-y divide-line" data-testid="devices">
        {sessions.data?.sessions.map((s) => (
          <li key={s.id} className="flex items-center justify-between gap-3 py-2 text-sm text-ink-2">
            <span>
              <span className="font-medium text-ink">{nameOf(s)}</span> ·{" "}
              {new Date(s.lastSeenAt).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" })}
            </span>
            {s.current ? (
              <b className="shrink-0 text-ink">{t("thisDevice")}</b>
            ) : (
              <Button size="sm" variant="secondary" className="shrink-0" onClick={acting(() => revoke(s.id))}>
                {t("revoke")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!guest && (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button variant="secondary" onClick={acting(onLeave)}>
            {t("signOut")}
          </Button>
          <Button variant="ghost" onClick={acting(leaveAll)}>
            {t("signOutAll")}
          </Button>
        </div>
      )}
    </section>
  );
}
