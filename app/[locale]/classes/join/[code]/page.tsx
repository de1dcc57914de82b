import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { JoinClass } from "./JoinClass";

// A code is nobody's page: nothing of it is kept.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; code: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "classes" });
  return { title: t("joinTitle"), robots: { index: false } };
}

export default async function JoinClassPage({ params }: { params: Params }) {
  const { code } = await params;
  return (
    <Sentences of={["classes", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-md px-4 py-10">
        <JoinClass code={decodeURIComponent(code)} />
      </main>
    </Sentences>
  );
}
