"use client";

import { useTranslations } from "next-intl";
import { TEMPLATES, type Template } from "@/lib/markdown/templates";
import { Segmented } from "@/lib/ui/components";

/** What a new note begins with. */
export function TemplateChoice({ value, onChange }: { readonly value: Template; readonly onChange: (template: Template) => void }) {
  const t = useTranslations("noteView");
  return (
    <Segmented
      label={t("template")}
      value={value}
      onChange={onChange}
      options={TEMPLATES.map((template) => ({ value: template, label: t(`templates.${template}`) }))}
    />
  );
}
