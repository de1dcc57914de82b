import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { use } from "react";
import type { Locale } from "@/lib/challenges";
import { TopicMap } from "./TopicMap";
import { Sentences } from "../shell/Sentences";

type Props = { readonly params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "map" });
  return { title: t("title"), description: t("lead") };
}

export default function LearnPage({ params }: Props) {
  const { locale } = use(params);
  setRequestLocale(locale);
  const t = useTranslations("map");
  return (
    <Sentences of={["map"]}>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-10">
        <h1 className="text-4xl font-extrabold text-ink">{t("title")}</h1>
        <p className="mb-10 mt-2 text-ink-2">{t("lead")}</p>
        <TopicMap locale={locale} heading="h2" />
      </main>
    </Sentences>
  );
}
