import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { catalogueIn } from "../../../../../assignments/catalogue";
import { Catalogued } from "../../../../../assignments/Catalogued";
import { Sentences } from "../../../../../shell/Sentences";
import { StudentWork } from "./StudentWork";

// Whose class it is, is asked where its data is read; the page itself says nothing of it.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; id: string; assignment: string; member: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "assign" });
  return { title: t("studentWork"), robots: { index: false } };
}

export default async function StudentWorkPage({ params }: { params: Params }) {
  const { locale, id, assignment, member } = await params;
  return (
    <Sentences of={["assign", "noteView", "play", "question", "shell", "work"]}>
      <Catalogued catalogue={catalogueIn(locale)}>
        <main id="main" className="mx-auto w-full max-w-4xl px-4 py-6">
          <StudentWork id={id} assignment={assignment} member={member} />
        </main>
      </Catalogued>
    </Sentences>
  );
}
