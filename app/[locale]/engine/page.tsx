import { getTranslations, setRequestLocale } from "next-intl/server";
import { kindFacts } from "@/content/_generated/kindFacts";
import type { Locale } from "@/lib/challenges";
import { EngineRoom } from "./EngineRoom";
import { Sentences } from "../shell/Sentences";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "engine" });
  return { title: t("title") };
}

export default async function EnginePage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("engine");
  return (
    <Sentences of={["engine"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <h1 className="mb-2 text-2xl font-bold text-ink">{t("title")}</h1>
        <p className="mb-6 max-w-prose text-ink-2">{t("intro")}</p>
        <EngineRoom kinds={Object.keys(kindFacts)} />
      </main>
    </Sentences>
  );
}
