"use client";

import { useTranslations } from "next-intl";
import { useDueWork } from "./dueWork";

/** How much work of one's classes is due; nothing where none is. */
export default function DueMark({ className }: { readonly className: string }) {
  const t = useTranslations("shell");
  const { length } = useDueWork();
  if (length === 0) return null;
  return (
    <span
      data-testid="due-work"
      className={`inline-flex h-5 min-w-5 items-center justify-center rounded-[7px] bg-brand px-1 text-xs font-bold tabular-nums text-brand-ink ${className}`}
    >
      <span aria-hidden="true">{length > 99 ? "99+" : length}</span>
      <span className="sr-only">{t("dueWork", { count: length })}</span>
    </span>
  );
}
