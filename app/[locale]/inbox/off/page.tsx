import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../shell/Sentences";
import { MailOff } from "./MailOff";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "inbox" });
  return { title: t("offTitle"), robots: { index: false } };
}

export default async function MailOffPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("inbox");
  return (
    <Sentences of={["inbox", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-xl px-4 py-10">
        <h1 className="m-0 mb-2 text-2xl font-bold text-ink">{t("offTitle")}</h1>
        <MailOff />
      </main>
    </Sentences>
  );
}
