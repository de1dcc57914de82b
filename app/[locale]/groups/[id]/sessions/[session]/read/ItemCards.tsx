"use client";

import { useTranslations } from "next-intl";
import { Segmented, Select, TextArea, TextField } from "@/lib/ui/components";
import { ANSWER_MAX, ITEM_MAX } from "@/lib/wire/groupParts";
import { useNames } from "../../../../words";
import { CardGroup, FindingCard, type CardsProps } from "./Card";
import { AS_TEXT, type ItemCard } from "./findings";

const TYPES = ["question", "task", "look-up"] as const;

/** Questions and open work: what they are, in which words, and whose. */
export function ItemCards({ found, session, onChoose, onAll }: CardsProps & { readonly found: readonly ItemCard[] }) {
  const t = useTranslations("reading");
  const peer = useTranslations("peer");
  const nameOf = useNames(session.people);
  if (found.length === 0) return null;
  const here = session.people.filter(({ state }) => state === "in").map(({ id }) => ({ value: id, label: nameOf(id) }));
  return (
    <CardGroup title={t("items")} cards={found} testId="items" onAll={onAll}>
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {found.map(({ key, keep, line, source, type, text, name, assignee, answer }) => (
          <FindingCard
            key={key}
            label={`${peer(type)}: ${text}`}
            keep={keep}
            onKeep={(to) => onChoose(key, { keep: to })}
            line={line}
            source={source}
          >
            <Segmented
              label={peer("kind")}
              value={type}
              options={TYPES.map((value) => ({ value, label: peer(value) }))}
              onChange={(to) => onChoose(key, { type: to })}
            />
            <TextField
              label={t("words")}
              maxLength={ITEM_MAX}
              autoComplete="off"
              value={text}
              onChange={(event) => onChoose(key, { text: event.target.value })}
              problem={text.trim() === "" ? t("empty") : undefined}
            />
            {answer === null ? (
              <Select
                label={name === null ? peer("assignee") : t("assigneeIs", { name })}
                value={assignee}
                options={[
                  { value: "", label: peer("nobody") },
                  ...(name === null ? [] : [{ value: AS_TEXT, label: t("nameInWords", { name }) }]),
                  ...here,
                ]}
                onChange={(to) => onChoose(key, { assignee: to })}
              />
            ) : (
              <TextArea
                label={t("answer")}
                maxLength={ANSWER_MAX}
                rows={2}
                value={answer}
                onChange={(event) => onChoose(key, { answer: event.target.value })}
              />
            )}
          </FindingCard>
        ))}
      </ul>
    </CardGroup>
  );
}
