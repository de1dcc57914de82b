"use client";

import { Flame, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { useMe } from "@/lib/client/api";
import { classNames } from "@/lib/ui/components";
import { num } from "@/lib/words";
import { DueWork } from "./DueWork";

/** XP, streak and the way to one's own page. Their place is kept before the server has answered, so nothing moves. */
export function LearnerChips() {
  const t = useTranslations("shell");
  const { data: me } = useMe();
  const xp = me?.xp ?? 0;
  const days = me?.streak ?? 0;
  const member = me?.user !== null && me?.user !== undefined && !me.user.guest;
  return (
    <Link
      href={member ? "/me" : "/signin"}
      className="finger relative flex min-h-10 items-center gap-2 rounded-[var(--radius)] px-2 bar-sm font-semibold text-ink hover:bg-paper-2"
    >
      <span className="sr-only">{t("progressLabel", { xp, days })}</span>
      <span
        aria-hidden="true"
        className={classNames("flex items-center gap-2 tabular-nums transition-opacity duration-200", me ? "opacity-100" : "opacity-0")}
      >
        <span className="flex min-w-7 items-center gap-0.5">
          <Flame className={classNames("size-5", me?.streakToday ? "fill-brand-glow text-brand" : "text-ink-3")} />
          {num(days)}
        </span>
        <span className="min-w-11 whitespace-nowrap text-right font-mono">
          {num(xp)}
          <span className="ml-0.5 font-sans bar-xs text-ink-2">XP</span>
        </span>
      </span>
      {/* Who has an account has one more place in the menu beside it, and so no room for this word on a tablet. */}
      <span className={classNames("hidden items-center gap-1", member ? "lg:flex" : "md:flex")}>
        <UserRound aria-hidden="true" className="size-5" />
        <span className="min-w-13">{member ? t("me") : t("signin")}</span>
      </span>
      <span className={classNames("sr-only", member ? "lg:hidden" : "md:hidden")}>{member ? t("me") : t("signin")}</span>
      {/* A phone has it at its tab. */}
      <DueWork className="absolute -right-1.5 -top-0.5 max-md:hidden" />
    </Link>
  );
}
