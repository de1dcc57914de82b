import { getTranslations, setRequestLocale } from "next-intl/server";
import { kindFacts } from "@/content/_generated/kindFacts";
import { topics } from "@/content/_generated/topics";
import type { Locale } from "@/lib/challenges";
import { ReviewDesk } from "./ReviewDesk";
import { Sentences } from "../shell/Sentences";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "review" });
  return { title: t("title") };
}

export default async function ReviewPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("review");
  const titles = Object.fromEntries(topics.map((topic) => [topic.id, topic.title[locale]]));
  const skills = Object.fromEntries(Object.entries(kindFacts).map(([kind, { skill }]) => [kind, skill[locale]]));
  return (
    <Sentences of={["play", "question", "review"]}>
      <main id="main" className="mx-auto w-full max-w-2xl px-4 py-6">
        <h1 className="sr-only">{t("title")}</h1>
        <ReviewDesk locale={locale} titles={titles} skills={skills} />
      </main>
    </Sentences>
  );
}
