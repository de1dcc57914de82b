import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { use } from "react";
import { kindFacts } from "@/content/_generated/kindFacts";
import { kindsOfTopic, topics } from "@/content/_generated/topics";
import type { Locale } from "@/lib/challenges";
import { KindList } from "./KindList";
import { Sentences } from "../shell/Sentences";

type Props = { readonly params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "playIndex" });
  return { title: t("title"), description: t("lead") };
}

export default function PlayIndexPage({ params }: Props) {
  const { locale } = use(params);
  setRequestLocale(locale);
  const t = useTranslations("playIndex");
  const groups = topics
    .map((topic) => ({
      topic: topic.id,
      title: topic.title[locale],
      kinds: (kindsOfTopic[topic.id] ?? []).map((kind) => ({
        kind,
        title: kindFacts[kind].title[locale],
        skill: kindFacts[kind].skill[locale],
      })),
    }))
    .filter((group) => group.kinds.length > 0);
  return (
    <Sentences of={["lesson", "playIndex"]}>
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-10">
        <h1 className="text-4xl font-extrabold text-ink">{t("title")}</h1>
        <p className="mb-8 mt-2 text-ink-2">{groups.length > 0 ? t("lead") : t("empty")}</p>
        <KindList groups={groups} />
      </main>
    </Sentences>
  );
}
