import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../shell/Sentences";
import { MyClasses } from "./MyClasses";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "classes" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ClassesPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("classes");
  return (
    <Sentences of={["classes", "shell", "work"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-8">
        <h1 className="text-3xl font-extrabold text-ink">{t("title")}</h1>
        <p className="mb-6 mt-2 text-ink-2">{t("lead")}</p>
        <MyClasses />
      </main>
    </Sentences>
  );
}
