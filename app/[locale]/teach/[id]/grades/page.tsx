import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { Grades } from "./Grades";

// Whose class it is, is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "grades" });
  return { title: t("title"), robots: { index: false } };
}

export default async function GradesPage({ params }: { params: Params }) {
  const { id } = await params;
  return (
    <Sentences of={["grades", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-5xl px-4 py-6">
        <Grades id={id} />
      </main>
    </Sentences>
  );
}
