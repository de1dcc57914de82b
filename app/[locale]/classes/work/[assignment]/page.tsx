import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { catalogueIn } from "../../../assignments/catalogue";
import { Catalogued } from "../../../assignments/Catalogued";
import { noteFacts } from "../../../groups/noteView/facts";
import { NoteFactsProvider } from "../../../groups/noteView/NoteFacts";
import { Sentences } from "../../../shell/Sentences";
import { WorkRoom } from "./WorkRoom";

// To whom it is given is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; assignment: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "work" });
  return { title: t("one"), robots: { index: false } };
}

export default async function WorkPage({ params }: { params: Params }) {
  const { locale, assignment } = await params;
  return (
    <Sentences of={["noteView", "play", "shell", "work"]}>
      <Catalogued catalogue={catalogueIn(locale)}>
        <NoteFactsProvider facts={noteFacts(locale)}>
          <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
            <WorkRoom assignment={assignment} />
          </main>
        </NoteFactsProvider>
      </Catalogued>
    </Sentences>
  );
}
