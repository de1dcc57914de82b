import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../shell/Sentences";
import { ClassSignIn } from "./ClassSignIn";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "classes" });
  return { title: t("signInTitle"), robots: { index: false } };
}

export default async function ClassSignInPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("classes");
  return (
    <Sentences of={["classes", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-md px-4 py-8">
        <h1 className="text-3xl font-extrabold text-ink">{t("signInTitle")}</h1>
        <p className="mb-6 mt-2 text-ink-2">{t("signInLead")}</p>
        <ClassSignIn />
      </main>
    </Sentences>
  );
}
