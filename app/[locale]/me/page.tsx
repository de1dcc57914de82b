import { getTranslations, setRequestLocale } from "next-intl/server";
import { kindFacts } from "@/content/_generated/kindFacts";
import type { Locale } from "@/lib/challenges";
import { MyPage } from "./MyPage";
import { Sentences } from "../shell/Sentences";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "me" });
  return { title: t("title") };
}

export default async function MePage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("me");
  const titles = Object.fromEntries(Object.entries(kindFacts).map(([kind, { title }]) => [kind, title[locale]]));
  return (
    <Sentences of={["me", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <h1 className="mb-4 text-2xl font-bold text-ink">{t("title")}</h1>
        <MyPage locale={locale} titles={titles} />
      </main>
    </Sentences>
  );
}
