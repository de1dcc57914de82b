import { getTranslations, setRequestLocale } from "next-intl/server";
import { Suspense } from "react";
import type { Locale } from "@/lib/challenges";
import { SignInForms } from "./SignInForms";
import { Sentences } from "../shell/Sentences";

type Params = Promise<{ locale: Locale }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "signin" });
  return { title: t("title") };
}

export default async function SignInPage({ params }: { params: Params }) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("signin");
  return (
    <Sentences of={["shell", "signin"]}>
      <main id="main" className="mx-auto w-full max-w-md px-4 py-10">
        <h1 className="mb-6 text-2xl font-bold text-ink">{t("title")}</h1>
        <Suspense>
          <SignInForms locale={locale} />
        </Suspense>
      </main>
    </Sentences>
  );
}
