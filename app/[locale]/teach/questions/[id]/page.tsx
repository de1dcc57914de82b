import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { topicFacts } from "../facts";
import { QuestionDesk } from "./QuestionDesk";

// Whose question it is, is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "bank" });
  return { title: t("one"), robots: { index: false } };
}

export default async function QuestionPage({ params }: { params: Params }) {
  const { locale, id } = await params;
  return (
    <Sentences of={["bank", "noteView", "play", "question", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-6">
        <QuestionDesk id={id} topics={topicFacts()} locale={locale} />
      </main>
    </Sentences>
  );
}
