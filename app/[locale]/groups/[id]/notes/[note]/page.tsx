import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../../shell/Sentences";
import { noteFacts } from "../../../noteView/facts";
import { NoteFactsProvider } from "../../../noteView/NoteFacts";
import { kindTitles } from "../../../discussion/titles";
import { NoteDesk } from "./NoteDesk";

export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; note: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "note" });
  return { title: t("one"), robots: { index: false } };
}

export default async function NotePage({ params }: { params: Params }) {
  const { locale, id, note } = await params;
  return (
    <Sentences of={["discussion", "groups", "note", "noteView", "play", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-3xl xl:max-w-6xl px-4 py-6">
        <NoteFactsProvider facts={noteFacts(locale)}>
          <NoteDesk group={id} note={note} locale={locale} titles={kindTitles(locale)} />
        </NoteFactsProvider>
      </main>
    </Sentences>
  );
}
