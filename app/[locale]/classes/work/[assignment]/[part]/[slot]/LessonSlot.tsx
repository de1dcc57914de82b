"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { buttonStyle } from "@/lib/ui/components";
import type { OpenProps } from "./OpenTry";

/** A lesson to finish: the way to it. It counts by itself once its end was reached. */
export function LessonSlot({ part }: OpenProps) {
  const t = useTranslations("work");
  if (part.settings.type !== "lesson") return null;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="m-0 text-ink">{t("lesson.note")}</p>
      <Link href={`/learn/${part.settings.topic}`} className={buttonStyle("primary", "lg")}>
        {t("lesson.go")}
      </Link>
    </div>
  );
}
