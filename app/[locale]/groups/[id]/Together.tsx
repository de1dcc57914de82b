"use client";

import { Check, Flame } from "lucide-react";
import { useTranslations } from "next-intl";
import { Switch } from "@/lib/ui/components";
import { call } from "@/lib/client/api";
import { changeMember, type GroupHome } from "@/lib/wire/groups";
import type { useGroup } from "../data";
import { useDay, useNames } from "../words";

/** Who has studied today, the shared streak and the week's quest: of those who share, each explained where it stands. */
export function Together({ group, mutate }: { readonly group: GroupHome; readonly mutate: ReturnType<typeof useGroup>["mutate"] }) {
  const t = useTranslations("groups");
  const day = useDay();
  const nameOf = useNames(group.people);
  const { streak, quest, studied } = group;
  const share = (sharesReview: boolean) => {
    const change = async () => {
      await call(changeMember, { params: { id: group.id, member: group.me }, body: { sharesReview } });
      return undefined;
    };
    void mutate(change, { optimisticData: { ...group, sharesReview }, populateCache: false, rollbackOnError: true });
  };
  return (
    <section aria-labelledby="together" className="flex flex-col gap-4">
      <h2 id="together" className="m-0 text-xl font-bold text-ink">
        {t("together")}
      </h2>
      {(streak || quest) && (
        <div className="grid gap-3 sm:grid-cols-2">
          {streak && (
            <div className="flex flex-col gap-2 rounded-(--radius) border border-line bg-sheet p-4" data-testid="streak">
              <p className="m-0 flex items-center gap-2 text-lg font-bold text-ink">
                <Flame aria-hidden className={streak.today ? "size-6 fill-brand-glow text-brand" : "size-6 text-ink-3"} />
                {t("streak", { days: streak.length })}
              </p>
              <p className="m-0 text-sm text-ink-2">{t("streakNote", { needed: streak.needed, sharing: streak.sharing })}</p>
            </div>
          )}
          {quest && (
            <div className="flex flex-col gap-2 rounded-(--radius) border border-line bg-sheet p-4" data-testid="quest">
              <p className="m-0 flex items-baseline justify-between gap-3 font-bold text-ink">
                <span className="text-lg">{t("quest")}</span>
                <span className="font-mono tabular-nums">
                  {quest.count} / {quest.target}
                </span>
              </p>
              <progress aria-label={t("quest")} className="h-3 w-full" value={Math.min(quest.count, quest.target)} max={quest.target} />
              <p className="m-0 text-sm text-ink-2">
                {t("questNote", {
                  from: day(quest.monday, { month: "numeric", day: "numeric" }),
                  to: day(quest.sunday, { month: "numeric", day: "numeric" }),
                })}
              </p>
            </div>
          )}
        </div>
      )}
      {studied.length > 0 && (
        <div>
          <p id="studied" className="m-0 mb-2 text-sm text-ink-2">
            {t("studied")}
          </p>
          <ul className="m-0 flex list-none flex-wrap gap-2 p-0" aria-labelledby="studied" data-testid="studied">
            {studied.map(({ member, today }) => (
              <li
                key={member}
                className={`inline-flex items-center gap-1.5 rounded-full border px-3 py-1 text-sm font-medium ${today ? "border-good bg-good-wash text-ink" : "border-line bg-paper-2 text-ink-2"}`}
              >
                {today && <Check aria-hidden className="size-4 text-good" strokeWidth={3} />}
                {nameOf(member)}
                <span className="sr-only">{t(today ? "studiedToday" : "notYet")}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="rounded-(--radius) bg-paper-2 px-4 py-2">
        <Switch label={t("shareMine")} checked={group.sharesReview} onChange={share} disabled={group.archived} />
      </div>
    </section>
  );
}
