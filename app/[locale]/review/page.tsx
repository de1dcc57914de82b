import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { ReviewDesk } from "./ReviewDesk";

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
  return (
    <main id="main" className="mx-auto w-full max-w-2xl px-4 py-6">
      <h1 className="sr-only">{t("title")}</h1>
      <ReviewDesk locale={locale} />
    </main>
  );
}
