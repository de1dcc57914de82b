import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { ResetForms } from "./ResetForms";
import { Sentences } from "../shell/Sentences";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "reset" });
  return { title: t("title"), referrer: "no-referrer" as const };
}

export default async function ResetPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("reset");
  return (
    <Sentences of={["reset", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-md px-4 py-10">
        <h1 className="mb-6 text-2xl font-bold text-ink">{t("title")}</h1>
        <ResetForms locale={locale} />
      </main>
    </Sentences>
  );
}
