"use client";

import { useTranslations } from "next-intl";
import { CountMark } from "../../shell/CountMark";
import { useDueWork } from "./dueWork";

/** How much work of one's classes is due; nothing where none is. */
export default function DueMark({ className }: { readonly className: string }) {
  const t = useTranslations("shell");
  const { length } = useDueWork();
  return <CountMark count={length} label={t("dueWork", { count: length })} testId="due-work" className={className} />;
}
