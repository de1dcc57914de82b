"use client";

import { useLocale, useTranslations } from "next-intl";
import { Suspense, useMemo } from "react";
import useSWRImmutable from "swr/immutable";
import { toQuestion, type Content } from "@/lib/bank";
import type { Locale, Misconception } from "@/lib/challenges";
import { call } from "@/lib/client/api";
import { addressOf } from "@/lib/client/api/download";
import { drawQuestion, type Question } from "@/lib/questions";
import { readBankPicture, readQuestionVersion } from "@/lib/wire/bank";
import { QuestionFrame } from "../../../../questions/QuestionFrame";
import { QuestionWords } from "../../../../questions/QuestionWords";
import { useCatalogue } from "../../../../assignments/Catalogued";
import { namedIdeas, useCurriculum } from "./useCurriculum";

/** A question as a student meets it; answered here, it is judged and forgotten. */
function Met({ question, misconceptions }: { readonly question: Question; readonly misconceptions: readonly Misconception[] }) {
  const locale = useLocale() as Locale;
  const drawn = useMemo(() => drawQuestion(question, "a"), [question]);
  return <QuestionFrame drawn={drawn} misconceptions={misconceptions} locale={locale} />;
}

export function TopicPreview({ topic, question }: { readonly topic: string; readonly question: Question }) {
  const { data } = useCurriculum([topic]);
  return <Met question={question} misconceptions={data?.[0]?.misconceptions ?? []} />;
}

/** A version of one's own question. Undefined while it is on its way, null where it is somebody else's. */
export function useBankContent({ bank: id, version }: { readonly bank: string; readonly version: number }): Content | null | undefined {
  const { data, error } = useSWRImmutable(["bank-version", id, version], () =>
    call(readQuestionVersion, { params: { id, version: String(version) } }),
  );
  return error === undefined ? data?.content : null;
}

const srcOf = (picture: string): string => addressOf(readBankPicture, { picture });

export function BankPreview({ bank, version }: { readonly bank: string; readonly version: number }) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const content = useBankContent({ bank, version });
  const { data } = useCurriculum(useCatalogue().map(({ id }) => id));
  const question = useMemo(() => (content ? toQuestion(content, { id: bank, version, srcOf }) : null), [content, bank, version]);
  if (content === undefined || data === undefined) return <p role="status">{t("loading")}</p>;
  if (question === null) return <p className="m-0 text-ink-2">{t("quiz.others")}</p>;
  return (
    <Suspense fallback={<p role="status">{t("loading")}</p>}>
      <QuestionWords markdown shown={content} locale={locale}>
        <Met question={question} misconceptions={namedIdeas(data)} />
      </QuestionWords>
    </Suspense>
  );
}
