import { getTranslations } from "next-intl/server";
import { topics } from "@/content/_generated/topics";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../../shell/Sentences";
import { kindTitles } from "../../../discussion/titles";
import { SessionDesk } from "./SessionDesk";

export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; session: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "peer" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SessionPage({ params }: { params: Params }) {
  const { locale, id, session } = await params;
  const titles = Object.fromEntries(topics.map((topic) => [topic.id, topic.title[locale]]));
  return (
    <Sentences of={["discussion", "groups", "note", "noteView", "peer", "play", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
        <SessionDesk group={id} session={session} locale={locale} titles={kindTitles(locale)} topics={titles} />
      </main>
    </Sentences>
  );
}
