import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { WorkIndex } from "./WorkIndex";

// Whose class it is, is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "assign" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AssignmentsPage({ params }: { params: Params }) {
  const { id } = await params;
  return (
    <Sentences of={["assign", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <WorkIndex id={id} />
      </main>
    </Sentences>
  );
}
