import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../shell/Sentences";
import { topicFacts } from "./facts";
import { QuestionBank } from "./QuestionBank";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "bank" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QuestionsPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("bank");
  return (
    <Sentences of={["bank", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8">
        <h1 className="text-3xl font-extrabold text-ink">{t("title")}</h1>
        <p className="mb-6 mt-2 text-ink-2">{t("lead")}</p>
        <QuestionBank topics={topicFacts()} locale={locale} />
      </main>
    </Sentences>
  );
}
