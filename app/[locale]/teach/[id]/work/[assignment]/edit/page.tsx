import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { catalogueIn } from "../../../../../assignments/catalogue";
import { Catalogued } from "../../../../../assignments/Catalogued";
import { noteFacts } from "../../../../../groups/noteView/facts";
import { NoteFactsProvider } from "../../../../../groups/noteView/NoteFacts";
import { Sentences } from "../../../../../shell/Sentences";
import { EditAssignment } from "./EditAssignment";

// Whose class it is, is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; assignment: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "assign" });
  return { title: t("edit"), robots: { index: false } };
}

export default async function EditAssignmentPage({ params }: { params: Params }) {
  const { locale, id, assignment } = await params;
  return (
    <Sentences of={["assign", "noteView", "play", "question", "shell", "work"]}>
      <Catalogued catalogue={catalogueIn(locale)}>
        <NoteFactsProvider facts={noteFacts(locale)}>
          <main id="main" className="mx-auto w-full max-w-3xl px-4 py-6">
            <EditAssignment id={id} assignment={assignment} />
          </main>
        </NoteFactsProvider>
      </Catalogued>
    </Sentences>
  );
}
