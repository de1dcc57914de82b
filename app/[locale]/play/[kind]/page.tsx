import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { kindFacts } from "@/content/_generated/kindFacts";
import { topics } from "@/content/_generated/topics";
import { LOCALES, type Locale } from "@/lib/challenges";
import { Link } from "@/i18n/navigation";
import { BoardSkeleton } from "../BoardSkeleton";
import { PlayFromUrl } from "./PlayFromUrl";
import { Sentences } from "../../shell/Sentences";

export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.flatMap((locale) => Object.keys(kindFacts).map((kind) => ({ locale, kind })));
}

type Params = Promise<{ locale: Locale; kind: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale, kind } = await params;
  const facts = kindFacts[kind];
  return facts ? { title: facts.title[locale], description: facts.skill[locale] } : {};
}

export default async function PlayPage({ params }: { params: Params }) {
  const { locale, kind } = await params;
  setRequestLocale(locale);
  const facts = kindFacts[kind];
  const topic = topics.find((x) => x.id === facts?.topic);
  if (!facts || !topic) notFound();
  const t = await getTranslations("play");
  const about = t("about", { skill: facts.skill[locale] });
  return (
    <Sentences of={["play"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <p className="text-sm text-ink-2">
          <Link href={`/learn/${topic.id}`} className="underline-offset-4 hover:underline">
            {topic.title[locale]}
          </Link>
        </p>
        <h1 className="mb-4 text-2xl font-bold text-ink">{facts.title[locale]}</h1>
        <Suspense
          fallback={
            // The choice of a level stands above the board.
            <div className="pt-[5.5rem]">
              <BoardSkeleton label={t("loading")} about={about} />
            </div>
          }
        >
          <PlayFromUrl kind={kind} locale={locale} about={about} />
        </Suspense>
      </main>
    </Sentences>
  );
}
