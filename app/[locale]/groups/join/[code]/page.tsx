import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/challenges";
import { Sentences } from "../../../shell/Sentences";
import { Join } from "./Join";

// A code is nobody's page: nothing of it is kept.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

type Params = Promise<{ locale: Locale; code: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "groups" });
  return { title: t("joinTitle"), robots: { index: false } };
}

export default async function JoinPage({ params }: { params: Params }) {
  const { code } = await params;
  return (
    <Sentences of={["groups", "shell"]}>
      <main id="main" className="mx-auto w-full max-w-md px-4 py-10">
        <Join code={decodeURIComponent(code)} />
      </main>
    </Sentences>
  );
}
