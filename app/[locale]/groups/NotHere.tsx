"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle } from "@/lib/ui/components";
import { Problem } from "../shell/Problem";

/** In place of a group that does not exist, for whoever looks: the same words whether it never was or they are not in it. */
export function NotHere({ text }: { readonly text: string }) {
  const t = useTranslations("groups");
  return (
    <div className="flex flex-col items-center gap-4 py-16 text-center" data-testid="not-here">
      <Boki mood="puzzled" className="size-32" />
      <h1 className="m-0 text-2xl font-bold text-ink">{t("notHere")}</h1>
      <p className="m-0 max-w-prose text-ink-2">{text}</p>
      <Link href="/groups" className={buttonStyle("secondary")}>
        {t("toGroups")}
      </Link>
    </div>
  );
}

/** Before there is anything to show: waiting, or what went wrong and another try. */
export function Waiting({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useTranslations("groups");
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
