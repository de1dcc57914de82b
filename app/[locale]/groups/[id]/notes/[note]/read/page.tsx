import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { noteFacts } from "../../../../noteView/facts";
import { NoteFactsProvider } from "../../../../noteView/NoteFacts";
import { Sentences } from "../../../../../shell/Sentences";
import { NoteReader } from "./NoteReader";

export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; note: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "noteView" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ReadNotePage({ params }: { params: Params }) {
  const { locale, id, note } = await params;
  return (
    <Sentences of={["groups", "noteView", "play", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-6">
        <NoteFactsProvider facts={noteFacts(locale)}>
          <NoteReader group={id} note={note} />
        </NoteFactsProvider>
      </main>
    </Sentences>
  );
}
