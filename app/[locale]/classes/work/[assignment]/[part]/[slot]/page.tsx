import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { catalogueIn } from "../../../../../assignments/catalogue";
import { Catalogued } from "../../../../../assignments/Catalogued";
import { Sentences } from "../../../../../shell/Sentences";
import { SlotRoom } from "./SlotRoom";

export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; assignment: string; part: string; slot: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "work" });
  return { title: t("one"), robots: { index: false } };
}

export default async function SlotPage({ params }: { params: Params }) {
  const { locale, assignment, part, slot } = await params;
  return (
    <Sentences of={["noteView", "play", "question", "shell", "work"]}>
      <Catalogued catalogue={catalogueIn(locale)}>
        <main id="main" className="mx-auto w-full max-w-4xl px-4 py-6">
          <SlotRoom assignment={assignment} part={part} slot={Number(slot)} locale={locale} />
        </main>
      </Catalogued>
    </Sentences>
  );
}
