import { getTranslations, setRequestLocale } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { Lab } from "./Lab";
import { Sentences } from "../shell/Sentences";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "lab" });
  return { title: t("title") };
}

export default async function LabPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("lab");
  return (
    <Sentences of={["lab"]}>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-6">
        <h1 className="mb-2 text-2xl font-bold text-ink">{t("title")}</h1>
        <p className="mb-6 max-w-prose text-ink-2">
          {t("intro")}{" "}
          <Link href="/race" className="font-semibold text-ink underline">
            {t("toRace")}
          </Link>
        </p>
        <Lab locale={locale} />
      </main>
    </Sentences>
  );
}
