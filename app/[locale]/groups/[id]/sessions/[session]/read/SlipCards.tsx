"use client";

import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { Select, TextArea, TextField } from "@/lib/ui/components";
import { ANSWER_MAX, ITEM_MAX } from "@/lib/wire/groupParts";
import { useDay } from "../../../../words";
import { CardGroup, FindingCard, type CardsProps } from "./Card";
import type { SlipCard } from "./findings";

/** What the note has wrong: what was said, what is right, and which belief it shows. */
export function SlipCards({ found, session, curriculum, onChoose, onAll }: CardsProps & { readonly found: readonly SlipCard[] }) {
  const t = useTranslations("reading");
  const locale = useLocale() === "en" ? "en" : "ko";
  const day = useDay();
  if (found.length === 0) return null;
  const earlier = [{ value: "", label: t("ofThis") }, ...session.earlier.map(({ id, date }) => ({ value: id, label: day(date) }))];
  return (
    <CardGroup title={t("slips")} note={t("slipsNote")} cards={found} testId="slips" onAll={onAll}>
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {found.map(({ key, keep, line, source, statement, topic, misconception, correction, corrects, text }) => {
          const title = curriculum.titles[topic] as string | undefined;
          const claim = curriculum.claims[`${topic}/${misconception}`] as string | undefined;
          return (
            <FindingCard
              key={key}
              label={statement === "" ? source : statement}
              keep={keep}
              onKeep={(to) => onChoose(key, { keep: to })}
              line={line}
              source={source}
            >
              <div className="border-l-4 border-good pl-3">
                <p className="m-0 font-semibold text-good">{t("right")}</p>
                <p className="m-0 text-ink">{correction[locale]}</p>
              </div>
              {claim !== undefined && <p className="m-0 text-sm text-ink-2">{t("belief", { claim })}</p>}
              <p className="m-0 flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
                {title === undefined ? (
                  t("notYet")
                ) : (
                  <Link
                    href={`/learn/${topic}`}
                    className="inline-flex items-center gap-1 font-semibold text-ink underline underline-offset-4"
                  >
                    {t("lesson", { title })}
                    <ArrowRight aria-hidden className="size-4" />
                  </Link>
                )}
              </p>
              <TextField
                label={t("said")}
                maxLength={ITEM_MAX}
                autoComplete="off"
                value={statement}
                onChange={(event) => onChoose(key, { statement: event.target.value })}
                problem={statement.trim() === "" ? t("empty") : undefined}
              />
              {session.earlier.length > 0 && (
                <Select label={t("corrects")} value={corrects} options={earlier} onChange={(to) => onChoose(key, { corrects: to })} />
              )}
              {corrects !== "" && (
                <TextArea
                  label={t("correction")}
                  maxLength={ANSWER_MAX}
                  value={text ?? correction[locale]}
                  onChange={(event) => onChoose(key, { text: event.target.value })}
                  problem={text?.trim() === "" ? t("empty") : undefined}
                />
              )}
            </FindingCard>
          );
        })}
      </ul>
    </CardGroup>
  );
}
