import { getTranslations } from "next-intl/server";
import { topics } from "@/content/_generated/topics";
import type { Locale } from "@/lib/challenges";
import { slipRule } from "@/lib/notes";
import { Sentences } from "../../../../../shell/Sentences";
import { ReadDesk } from "./ReadDesk";

export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; session: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "reading" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ReadPage({ params }: { params: Params }) {
  const { id, session, locale } = await params;
  const titles = Object.fromEntries(topics.map((topic) => [topic.id, topic.title[locale]]));
  // Of those misconceptions alone that a note can be found to hold.
  const claims = topics.flatMap(({ id: topic, misconceptions }) =>
    misconceptions
      .filter((each) => slipRule(topic, each.id) !== undefined)
      .map((each) => [`${topic}/${each.id}`, each.claim[locale]] as const),
  );
  return (
    <Sentences of={["groups", "peer", "reading", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-6">
        <ReadDesk group={id} session={session} titles={titles} claims={Object.fromEntries(claims)} />
      </main>
    </Sentences>
  );
}
