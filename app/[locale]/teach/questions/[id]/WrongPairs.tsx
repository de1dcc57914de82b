"use client";

import { useTranslations } from "next-intl";
import { LIMITS, type ContentOf } from "@/lib/bank";
import type { Text } from "@/lib/challenges/text";
import { Select } from "@/lib/ui/components";
import { Rows, SlipPicker } from "./fields";
import { useProblem, useWorld } from "./world";

interface Props {
  readonly content: ContentOf<"match">;
  readonly onChange: (content: ContentOf<"match">) => void;
}

type Wrong = ContentOf<"match">["wrong"][number];

/** Pairs that do not belong together and show a misconception of whoever makes them. */
export function WrongPairs({ content, onChange }: Props) {
  const t = useTranslations("bank");
  const { pairs, extra, wrong } = content;
  // The first that nobody has named yet.
  const fresh = (): Wrong => {
    const named = new Set(wrong.map(({ left, right }) => `${left} ${right}`));
    const all = pairs.flatMap((_, left) => [...pairs, ...extra].map((__, right) => ({ left, right })));
    const free = all.find(({ left, right }) => left !== right && !named.has(`${left} ${right}`));
    return { ...(free ?? { left: 0, right: 1 }), misconception: null };
  };
  return (
    <Rows<Wrong>
      field="wrong"
      title={t("wrongPairs")}
      note={t("wrongPairsNote")}
      rows={wrong}
      least={0}
      most={LIMITS.answers.most}
      name={(place) => t("wrongPair", { place })}
      fresh={fresh}
      onChange={(next) => onChange({ ...content, wrong: next })}
    >
      {(each, set, i) => <WrongPair content={content} wrong={each} place={i} onChange={set} />}
    </Rows>
  );
}

interface PairProps {
  readonly content: ContentOf<"match">;
  readonly wrong: Wrong;
  readonly place: number;
  readonly onChange: (change: Partial<Wrong>) => void;
}

function WrongPair({ content: { pairs, extra }, wrong: { left, right, misconception }, place, onChange }: PairProps) {
  const t = useTranslations("bank");
  const { locale, locked } = useWorld();
  const problem = useProblem(`wrong.${place}`);
  const said = (text: Text, name: string): string => text[locale] || text[locale === "ko" ? "en" : "ko"] || name;
  const lefts = pairs.map((pair, i) => said(pair.left, `${t("left")} ${i + 1}`));
  const rights = [
    ...pairs.map((pair, i) => said(pair.right, `${t("partner")} ${i + 1}`)),
    ...extra.map((text, i) => said(text, t("extraNo", { place: i + 1 }))),
  ];
  const options = (names: readonly string[], other: number) => names.map((label, value) => ({ value, label, disabled: value === other }));
  return (
    <>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Select<number>
          label={t("left")}
          options={options(lefts, right)}
          value={left}
          disabled={locked}
          onChange={(next) => onChange({ left: next })}
        />
        <Select<number>
          label={t("wrongPartner")}
          options={options(rights, left)}
          value={right}
          disabled={locked}
          onChange={(next) => onChange({ right: next })}
        />
      </div>
      {problem && (
        <p role="alert" className="m-0 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
      <SlipPicker value={misconception} onChange={(slip) => onChange({ misconception: slip })} />
    </>
  );
}
