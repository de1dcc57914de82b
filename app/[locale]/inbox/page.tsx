import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../shell/Sentences";
import { InboxNews } from "../groups/InboxNews";
import { InboxList } from "./InboxList";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "inbox" });
  return { title: t("title"), robots: { index: false } };
}

export default async function InboxPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("inbox");
  return (
    <Sentences of={["inbox", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <h1 className="m-0 text-3xl font-extrabold text-ink">{t("title")}</h1>
        <p className="m-0 mb-6 mt-1 text-ink-2">{t("lead")}</p>
        <InboxList />
        <InboxNews />
      </main>
    </Sentences>
  );
}
