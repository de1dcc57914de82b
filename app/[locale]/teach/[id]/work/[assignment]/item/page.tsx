import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../../../shell/Sentences";
import { ItemOfWork } from "./ItemOfWork";

// Whose class it is, is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; assignment: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "assign" });
  return { title: t("recheck.title"), robots: { index: false } };
}

export default async function ItemOfWorkPage({ params }: { params: Params }) {
  const { id, assignment } = await params;
  return (
    <Sentences of={["assign", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-6">
        <Suspense>
          <ItemOfWork id={id} assignment={assignment} />
        </Suspense>
      </main>
    </Sentences>
  );
}
