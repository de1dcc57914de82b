import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { use } from "react";
import type { Locale } from "@/lib/challenges";
import { LICENCES } from "./licences";

type Props = { readonly params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "credits" });
  return { title: t("title"), description: t("lead") };
}

export default function CreditsPage({ params }: Props) {
  const { locale } = use(params);
  setRequestLocale(locale);
  const t = useTranslations("credits");
  return (
    <main id="main" className="mx-auto w-full max-w-4xl px-4 py-10">
      <h1 className="text-3xl font-extrabold text-ink">{t("title")}</h1>
      <p className="mb-8 mt-2 text-ink-2">{t("lead")}</p>
      <ul className="grid list-none gap-3 p-0 sm:grid-cols-2">
        {LICENCES.map((it) => (
          <li key={it.name} className="flex flex-col gap-1 rounded-[var(--radius)] border border-line bg-sheet p-4">
            <a href={it.url} rel="noreferrer" target="_blank" className="font-bold text-ink underline decoration-brand underline-offset-4">
              {it.name}
            </a>
            <span className="text-sm text-ink-2">{it.use[locale]}</span>
            <span className="mt-auto flex flex-wrap justify-between gap-x-4 pt-1 text-sm text-ink-2">
              <span>{it.by}</span>
              <span className="font-mono">{it.licence}</span>
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
