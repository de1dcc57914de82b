"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/components";
import { Problem } from "./Problem";

/** Before there is anything to show: waiting, or what went wrong and another try. */
export function Waiting({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useTranslations("shell");
  if (error === undefined)
    return (
      <p role="status" className="py-20 text-center text-ink-2">
        {t("loading")}
      </p>
    );
  return (
    <div className="flex flex-col items-center gap-4 py-16">
      <Problem error={error} />
      <Button onClick={onRetry}>{t("retry")}</Button>
    </div>
  );
}
