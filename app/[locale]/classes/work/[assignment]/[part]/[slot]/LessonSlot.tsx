"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { call, useProgress } from "@/lib/client/api";
import { Button, buttonStyle } from "@/lib/ui/components";
import { finishLesson } from "@/lib/wire/learn";
import { Problem } from "../../../../../shell/Problem";
import type { OpenProps } from "./slotProps";

/** A lesson to finish: the way to it. It counts by itself once its end was reached; one that was finished long before counts when it is said so. */
export function LessonSlot({ part, slot, on, onAnswered }: OpenProps) {
  const t = useTranslations("work");
  const { data: progress } = useProgress();
  const [refused, setRefused] = useState<unknown>(null);
  if (part.settings.type !== "lesson") return null;
  const { topic } = part.settings;
  const counted = slot.tries.some(({ answeredAt }) => answeredAt !== null);
  const before = progress?.topics.some((each) => each.topic === topic && each.lessonDone) ?? false;
  const again = async () => {
    setRefused(null);
    try {
      await call(finishLesson, { body: { topic } });
      onAnswered();
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <div className="flex flex-col items-start gap-4">
      {counted ? (
        <p role="status" className="m-0 flex items-center gap-2 font-semibold text-good">
          <Check aria-hidden className="size-5 shrink-0" />
          {t("lesson.counted")}
        </p>
      ) : (
        <p className="m-0 text-ink">{t(before ? "lesson.before" : "lesson.note")}</p>
      )}
      <Link href={`/learn/${topic}`} className={buttonStyle(counted ? "secondary" : "primary", "lg")}>
        {t("lesson.go")}
      </Link>
      {before && !counted && (
        <Button variant="secondary" size="lg" onClick={() => void again()}>
          {t("lesson.again")}
        </Button>
      )}
      <Problem error={refused} />
      {counted && on}
    </div>
  );
}
