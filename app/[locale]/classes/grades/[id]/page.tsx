import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { OwnGrades } from "./OwnGrades";

// Whose grades they are, is asked where they are read; the page itself says nothing of them.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "grades" });
  return { title: t("own"), robots: { index: false } };
}

export default async function OwnGradesPage({ params }: { params: Params }) {
  const { id } = await params;
  return (
    <Sentences of={["grades", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <OwnGrades id={id} />
      </main>
    </Sentences>
  );
}
