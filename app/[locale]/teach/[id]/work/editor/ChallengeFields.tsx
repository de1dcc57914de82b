"use client";

import { useLocale, useTranslations } from "next-intl";
import { LEVELS, type Level, type Locale } from "@/lib/challenges";
import { NumberField, Segmented, Select } from "@/lib/ui/components";
import { ASSIGNMENT_MAX, type PartOf } from "@/lib/wire/assignmentParts";
import { useCatalogue } from "../../../../assignments/Catalogued";

interface Props {
  readonly settings: PartOf<"challenge">;
  readonly onChange: (settings: PartOf<"challenge">) => void;
}

/** A kind of puzzle, its level, how many of them, how often each. */
export function ChallengeFields({ settings, onChange }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const kinds = useCatalogue().flatMap((topic) => topic.kinds.map(({ id, title }) => ({ value: id, label: `${topic.title}: ${title}` })));
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t("challenge.kind")}
        placeholder={t("choose")}
        options={kinds}
        value={settings.kind === "" ? null : settings.kind}
        onChange={(kind) => onChange({ ...settings, kind })}
      />
      <Segmented
        label={t("challenge.level")}
        options={LEVELS.map((value) => ({ value, label: String(value) }))}
        value={settings.level}
        onChange={(level: Level) => onChange({ ...settings, level })}
      />
      <div className="grid grid-cols-2 items-start gap-3 sm:max-w-md">
        <NumberField
          label={t("challenge.count")}
          value={settings.count}
          min={1}
          max={ASSIGNMENT_MAX.slots}
          step={1}
          onChange={(count) => onChange({ ...settings, count })}
          locale={locale}
        />
        <NumberField
          label={t("tries")}
          value={settings.tries}
          min={1}
          max={ASSIGNMENT_MAX.tries}
          step={1}
          onChange={(tries) => onChange({ ...settings, tries })}
          locale={locale}
        />
      </div>
    </div>
  );
}
