"use client";

import { useLocale, useTranslations } from "next-intl";
import { ApiError } from "@/lib/client/api";

/** What went wrong with what a form sent, in the learner's language; nothing while nothing did. */
export function Problem({ error }: { readonly error: unknown }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  if (error === null || error === undefined) return null;
  return (
    <p role="alert" className="m-0 rounded-(--radius) border border-bad p-3 text-sm text-ink">
      {error instanceof ApiError ? error.text[locale] : t("formFailed")}
    </p>
  );
}
