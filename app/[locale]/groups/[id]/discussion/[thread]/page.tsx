import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../../shell/Sentences";
import { kindTitles } from "../../../discussion/titles";
import { OneThread } from "./OneThread";

export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; thread: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "discussion" });
  return { title: t("thread"), robots: { index: false } };
}

export default async function ThreadPage({ params }: { params: Params }) {
  const { locale, id, thread } = await params;
  return (
    <Sentences of={["discussion", "groups", "play", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <OneThread group={id} thread={thread} locale={locale} titles={kindTitles(locale)} />
      </main>
    </Sentences>
  );
}
