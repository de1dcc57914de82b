"use client";

import { useTranslations } from "next-intl";
import { useMe } from "@/lib/client/api";
import { AT_TAB, CountMark } from "./CountMark";

/** How many cards wait today; nothing when none do. */
export function DueBadge({ floating }: { readonly floating: boolean }) {
  const t = useTranslations("shell");
  const count = useMe().data?.dueCards ?? 0;
  return <CountMark count={count} label={t("due", { count })} className={floating ? AT_TAB : undefined} />;
}
