import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { InsightDesk } from "./InsightDesk";

// Whose class it is, is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "insight" });
  return { title: t("title"), robots: { index: false } };
}

export default async function InsightPage({ params }: { params: Params }) {
  const { id } = await params;
  return (
    <Sentences of={["insight", "noteView", "play", "question", "shell", "teach"]}>
      <main id="main" className="mx-auto w-full max-w-5xl px-4 py-6">
        <Suspense>
          <InsightDesk id={id} />
        </Suspense>
      </main>
    </Sentences>
  );
}
