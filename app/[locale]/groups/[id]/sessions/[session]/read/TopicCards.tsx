"use client";

import { useTranslations } from "next-intl";
import { ToggleChip } from "@/lib/ui/components";
import { CardGroup, type CardsProps } from "./Card";
import type { TopicCard } from "./findings";

/** What the note is about: topics with a lesson bring cards, the others stay with the session until they have one. */
export function TopicCards({ found, curriculum, onChoose, onAll }: CardsProps & { readonly found: readonly TopicCard[] }) {
  const t = useTranslations("reading");
  if (found.length === 0) return null;
  const titleOf = ({ topic }: TopicCard) => curriculum.titles[topic] as string | undefined;
  const built = found.filter((card) => titleOf(card) !== undefined);
  const coming = found.filter((card) => titleOf(card) === undefined);
  const chips = (cards: readonly TopicCard[]) => (
    <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
      {cards.map((card) => {
        const title = titleOf(card) ?? card.matched;
        return (
          <li key={card.key}>
            <ToggleChip
              on={card.keep}
              label={t("topicAt", { title, lines: card.lines.slice(0, 3).join(", ") })}
              onToggle={() => onChoose(card.key, { keep: !card.keep })}
            >
              {title}
            </ToggleChip>
          </li>
        );
      })}
    </ul>
  );
  return (
    <CardGroup title={t("topics")} cards={found} testId="topics" onAll={onAll}>
      {built.length > 0 && (
        <>
          <p className="m-0 text-sm text-ink-2">{t("topicsNote")}</p>
          {chips(built)}
        </>
      )}
      {coming.length > 0 && (
        <div className="flex flex-col gap-2" data-testid="coming">
          <h3 className="m-0 text-base font-bold text-ink">{t("coming", { count: coming.length })}</h3>
          <p className="m-0 text-sm text-ink-2">{t("comingNote")}</p>
          {chips(coming)}
        </div>
      )}
    </CardGroup>
  );
}
