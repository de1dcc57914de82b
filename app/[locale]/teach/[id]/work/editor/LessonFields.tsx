"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/lib/ui/components";
import type { PartOf } from "@/lib/wire/assignmentParts";
import { useCatalogue } from "../../../../assignments/Catalogued";

interface Props {
  readonly settings: PartOf<"lesson">;
  readonly onChange: (settings: PartOf<"lesson">) => void;
}

/** A lesson to finish: each topic has one. */
export function LessonFields({ settings, onChange }: Props) {
  const t = useTranslations("assign");
  const options = useCatalogue().map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Select
      label={t("lesson.topic")}
      placeholder={t("choose")}
      options={options}
      value={settings.topic === "" ? null : settings.topic}
      onChange={(topic) => onChange({ ...settings, topic, lesson: topic })}
    />
  );
}
