"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle } from "@/lib/ui/components";

export default function ErrorPage({ error, reset }: { readonly error: Error & { digest?: string }; readonly reset: () => void }) {
  const t = useTranslations("error");
  return (
    <main
      id="main"
      role="alert"
      className="mx-auto flex w-full max-w-xl grow flex-col items-center justify-center gap-4 px-4 py-16 text-center"
    >
      <Boki mood="puzzled" className="size-36" />
      <h1 className="text-2xl font-bold text-ink">{t("title")}</h1>
      <p className="text-ink-2">{t("text")}</p>
      <p className="mt-2 flex flex-wrap justify-center gap-3">
        <Button onClick={reset}>{t("retry")}</Button>
        <Link href="/" className={buttonStyle("secondary")}>
          {t("home")}
        </Link>
      </p>
      {error.digest ? <p className="font-mono text-xs text-ink-3">{t("code", { code: error.digest })}</p> : null}
    </main>
  );
}
