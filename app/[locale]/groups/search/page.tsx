import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../shell/Sentences";
import { SearchNotes } from "./SearchNotes";

export async function generateMetadata({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "noteSearch" });
  return { title: t("title"), robots: { index: false } };
}

export default function SearchNotesPage() {
  return (
    <Sentences of={["noteSearch", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <Suspense>
          <SearchNotes />
        </Suspense>
      </main>
    </Sentences>
  );
}
