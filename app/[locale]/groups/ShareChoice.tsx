"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/lib/ui/components";

interface Props {
  /** Null while nothing is chosen: nobody is shown who has not said so. */
  readonly value: boolean | null;
  readonly onChange: (shares: boolean) => void;
}

/** What the group sees of one's own study, asked before one is in it. */
export function ShareChoice({ value, onChange }: Props) {
  const t = useTranslations("groups");
  return (
    <div className="flex flex-col gap-1.5">
      <Segmented
        label={t("share")}
        value={value === null ? null : value ? "yes" : "no"}
        options={[
          { value: "yes", label: t("shareYes") },
          { value: "no", label: t("shareNo") },
        ]}
        onChange={(chosen) => onChange(chosen === "yes")}
      />
      <p className="m-0 text-sm text-ink-2">{t("shareNote")}</p>
    </div>
  );
}
