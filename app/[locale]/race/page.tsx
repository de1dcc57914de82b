import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Race } from "./Race";
import { Sentences } from "../shell/Sentences";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "race" });
  return { title: t("title") };
}

export default async function RacePage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("race");
  return (
    <Sentences of={["race"]}>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-6">
        <h1 className="mb-2 text-2xl font-bold text-ink">{t("title")}</h1>
        <p className="mb-6 max-w-prose text-ink-2">{t("intro")}</p>
        <Race locale={locale} />
      </main>
    </Sentences>
  );
}
