"use client";

import { useTranslations } from "next-intl";
import { Suspense, useDeferredValue, useMemo } from "react";
import { faultsOf, tidy, toQuestion, type Content } from "@/lib/bank";
import { LOCALES } from "@/lib/challenges/text";
import { addressOf } from "@/lib/client/api/download";
import { drawQuestion } from "@/lib/questions";
import { Said } from "@/lib/questions/Said";
import { readBankPicture } from "@/lib/wire/bank";
import { QuestionFrame } from "../../../questions/QuestionFrame";
import { QuestionWords } from "../../../questions/QuestionWords";
import { useWorld } from "./world";

const srcOf = (picture: string): string => addressOf(readBankPicture, { picture });

/** The question as a student meets it, in both languages; answered here, it is judged and forgotten. */
export function Preview({ content }: { readonly content: Content }) {
  const t = useTranslations("bank");
  const { shown, topics } = useWorld();
  const calm = useDeferredValue(content);
  const drawn = useMemo(() => {
    const whole = tidy(calm);
    // What cannot be saved yet cannot be drawn either.
    const question = faultsOf(whole).length === 0 ? toQuestion(whole, { id: "preview", srcOf }) : null;
    return question === null ? null : drawQuestion(question, "preview");
  }, [calm]);
  const slips = useMemo(() => topics.flatMap((topic) => topic.slips), [topics]);
  const name = JSON.stringify(calm);
  return (
    <section aria-label={t("preview")} className="flex flex-col gap-3" data-testid="preview">
      <h2 className="m-0 text-xl font-bold text-ink">{t("preview")}</h2>
      <Suspense fallback={<p role="status">{t("previewComing")}</p>}>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          {LOCALES.map((language) => (
            <div
              key={language}
              lang={language}
              data-preview={language}
              className={`min-w-0 rounded-(--radius-lg) border border-line bg-sheet p-4 ${shown === language ? "" : "hidden sm:block"}`}
            >
              <p id={`preview-${language}`} className="m-0 mb-3 text-sm font-semibold text-ink-2">
                {t(`language.${language}`)}
              </p>
              <QuestionWords markdown shown={calm} locale={language}>
                {drawn === null ? (
                  <>
                    <div className="text-lg text-ink">
                      <Said text={calm.prompt[language]} block />
                    </div>
                    <p className="mb-0 mt-3 text-sm text-ink-2">{t(isWhole(calm) ? "notAsked" : "previewLater")}</p>
                  </>
                ) : (
                  <QuestionFrame key={name} drawn={drawn} misconceptions={slips} locale={language} named={`preview-${language}`} />
                )}
              </QuestionWords>
            </div>
          ))}
        </div>
      </Suspense>
    </section>
  );
}

const isWhole = ({ kind }: Content): boolean => kind === "essay" || kind === "description";
