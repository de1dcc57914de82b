"use client";

import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";

/** Why nothing can be changed here: the group is archived. */
export function Archived() {
  const t = useTranslations("groups");
  return (
    <p
      data-testid="archived"
      className="m-0 inline-flex items-center gap-2 self-start rounded-(--radius) bg-paper-3 px-3 py-2 text-sm font-semibold text-ink-2"
    >
      <Archive aria-hidden className="size-4 shrink-0" />
      {t("archivedRead")}
    </p>
  );
}
