"use client";

import { useLocale, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Link, usePathname, useRouter } from "@/i18n/navigation";

/** The same page in the other language, with whatever its address carries (knobs, a shared instance). */
export function LocaleSwitch() {
  const t = useTranslations("shell");
  const path = usePathname();
  const router = useRouter();
  const other = useLocale() === "ko" ? "en" : "ko";
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.replace(`${path}${window.location.search}${window.location.hash}`, { locale: other });
  };
  return (
    <Link
      href={path}
      locale={other}
      hrefLang={other}
      onClick={go}
      aria-label={t("language")}
      className="finger flex size-10 items-center justify-center rounded-[var(--radius)] text-sm font-bold text-ink-2 hover:bg-paper-2 hover:text-ink"
    >
      <span aria-hidden="true">{other === "en" ? "EN" : "한"}</span>
    </Link>
  );
}
