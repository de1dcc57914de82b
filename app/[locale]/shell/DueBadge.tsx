"use client";

import { useTranslations } from "next-intl";
import { useMe } from "@/lib/client/api";
import { classNames } from "@/lib/ui/components";

/** How many cards wait today; nothing when none do. */
export function DueBadge({ floating }: { readonly floating: boolean }) {
  const t = useTranslations("shell");
  const { data: me } = useMe();
  const count = me?.dueCards ?? 0;
  if (count === 0) return null;
  return (
    <span
      className={classNames(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-[7px] bg-brand px-1 text-xs font-bold tabular-nums text-brand-ink",
        floating && "absolute left-1/2 top-1.5 ml-1",
      )}
    >
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("due", { count })}</span>
    </span>
  );
}
