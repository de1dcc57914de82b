import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { kindTitles } from "../../discussion/titles";
import { AllThreads } from "./AllThreads";

export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "discussion" });
  return { title: t("title"), robots: { index: false } };
}

export default async function DiscussionPage({ params }: { params: Params }) {
  const { locale, id } = await params;
  return (
    <Sentences of={["discussion", "groups", "play", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <AllThreads group={id} locale={locale} titles={kindTitles(locale)} />
      </main>
    </Sentences>
  );
}
