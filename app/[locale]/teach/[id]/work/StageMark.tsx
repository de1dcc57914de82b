"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/lib/ui/components";

interface Dates {
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
}

export const stageOf = ({ publishedAt, withdrawnAt }: Dates): "draft" | "published" | "withdrawn" =>
  withdrawnAt !== null ? "withdrawn" : publishedAt === null ? "draft" : "published";

/** Whether students see it. */
export function StageMark(dates: Dates) {
  const t = useTranslations("assign");
  const stage = stageOf(dates);
  return (
    <span
      data-stage={stage}
      className={classNames(
        "inline-flex items-center rounded-full px-3 py-0.5 text-sm font-semibold",
        stage === "published" ? "bg-good-wash text-good" : "bg-paper-3 text-ink-2",
      )}
    >
      {t(`stage.${stage}`)}
    </span>
  );
}
