"use client";

import { useTranslations } from "next-intl";
import {
  blankNumber,
  blankOption,
  blankPair,
  blankShort,
  evenCredits,
  isEven,
  LIMITS,
  withWrongPairs,
  type Content,
  type ContentOf,
  type Option,
} from "@/lib/bank";
import type { Text } from "@/lib/challenges/text";
import { Button, Checkbox, NumberField, Switch, TextField } from "@/lib/ui/components";
import { Both, Credit, Judged, Rows, SlipPicker } from "./fields";
import { HotspotFields } from "./HotspotFields";
import { WrongPairs } from "./WrongPairs";
import { useProblem, useWorld } from "./world";

interface Props<C extends Content> {
  readonly content: C;
  readonly onChange: (content: C) => void;
}

/** What only questions of its kind have. */
export function KindFields({ content, onChange }: Props<Content>) {
  switch (content.kind) {
    case "single":
      return <SingleFields content={content} onChange={onChange} />;
    case "multiple":
      return <MultipleFields content={content} onChange={onChange} />;
    case "numeric":
      return <NumericFields content={content} onChange={onChange} />;
    case "short":
      return <ShortFields content={content} onChange={onChange} />;
    case "order":
      return <OrderFields content={content} onChange={onChange} />;
    case "match":
      return <MatchFields content={content} onChange={onChange} />;
    case "hotspot":
      return <HotspotFields content={content} onChange={onChange} />;
    case "essay":
    case "description":
      return <NotAsked />;
  }
}

function NotAsked() {
  const t = useTranslations("bank");
  return <p className="m-0 rounded-(--radius) bg-paper-2 p-3 text-ink">{t("notAsked")}</p>;
}

function SingleFields({ content, onChange }: Props<ContentOf<"single">>) {
  const t = useTranslations("bank");
  const { locked } = useWorld();
  const right = content.options.findIndex(({ credit }) => credit === 100);
  const choose = (place: number) =>
    onChange({
      ...content,
      options: content.options.map((option, i) => ({ ...option, credit: i === place ? 100 : option.credit === 100 ? 0 : option.credit })),
    });
  return (
    <Rows
      field="options"
      title={t("options")}
      rows={content.options}
      least={LIMITS.options.least}
      most={LIMITS.options.most}
      name={(place) => t("option", { place })}
      fresh={() => blankOption()}
      onChange={(options) => onChange({ ...content, options })}
    >
      {(option, set, i) => (
        <>
          <label className="flex min-h-11 cursor-pointer items-center gap-2.5 text-sm text-ink">
            <input
              type="radio"
              name="right"
              checked={right === i}
              disabled={locked}
              onChange={() => choose(i)}
              className="size-5 accent-(--brand)"
            />
            {t("right")}
          </label>
          <Both field={`options.${i}.text`} label={t("text")} value={option.text} onChange={(text) => set({ text })} />
          {option.credit === 100 ? null : (
            <Credit field={`options.${i}.credit`} value={option.credit} onChange={(credit) => set({ credit })} />
          )}
          <Judged field={`options.${i}`} value={option} onChange={set} />
        </>
      )}
    </Rows>
  );
}

function MultipleFields({ content, onChange }: Props<ContentOf<"multiple">>) {
  const t = useTranslations("bank");
  const { options } = content;
  const even = isEven(options.map(({ credit }) => credit));
  const shared = (next: readonly Option[], right: readonly boolean[]): Option[] => {
    const credits = evenCredits(right);
    return next.map((option, i) => ({ ...option, credit: credits[i] }));
  };
  const rightOf = (next: readonly Option[]) => next.map(({ credit }) => credit > 0);
  // As long as points are shared out evenly, they stay so.
  const change = (next: Option[]) =>
    onChange({ ...content, options: even && next.length !== options.length ? shared(next, rightOf(next)) : next });
  return (
    <>
      <Rows
        field="options"
        title={t("options")}
        note={t("multipleNote")}
        rows={options}
        least={LIMITS.options.least}
        most={LIMITS.options.most}
        name={(place) => t("option", { place })}
        fresh={() => blankOption()}
        onChange={change}
      >
        {(option, set, i) => (
          <>
            <Checkbox
              label={t("right")}
              checked={option.credit > 0}
              onChange={(right) =>
                onChange({
                  ...content,
                  options: shared(
                    options,
                    rightOf(options).map((each, at) => (at === i ? right : each)),
                  ),
                })
              }
            />
            <Both field={`options.${i}.text`} label={t("text")} value={option.text} onChange={(text) => set({ text })} />
            <Credit field={`options.${i}.credit`} value={option.credit} onChange={(credit) => set({ credit })} />
            <Judged field={`options.${i}`} value={option} onChange={set} />
          </>
        )}
      </Rows>
      {!even && (
        <Button variant="ghost" className="self-start" onClick={() => onChange({ ...content, options: shared(options, rightOf(options)) })}>
          {t("shareEvenly")}
        </Button>
      )}
    </>
  );
}

function NumericFields({ content, onChange }: Props<ContentOf<"numeric">>) {
  const t = useTranslations("bank");
  return (
    <>
      <Both field="unit" label={t("unit")} value={content.unit} onChange={(unit) => onChange({ ...content, unit })} />
      <Rows
        field="answers"
        title={t("answers")}
        note={t("numericNote")}
        rows={content.answers}
        least={LIMITS.answers.least}
        most={LIMITS.answers.most}
        name={(place) => t("answerNo", { place })}
        fresh={() => blankNumber(0)}
        onChange={(answers) => onChange({ ...content, answers })}
      >
        {(answer, set, i) => (
          <>
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
              <Value field={`answers.${i}.value`} label={t("value")} value={answer.value} onChange={(value) => set({ value })} />
              <Value
                field={`answers.${i}.tolerance`}
                label={t("tolerance")}
                value={answer.tolerance}
                least={0}
                onChange={(tolerance) => set({ tolerance })}
              />
              <Credit field={`answers.${i}.credit`} value={answer.credit} onChange={(credit) => set({ credit })} />
            </div>
            <Judged field={`answers.${i}`} value={answer} onChange={set} />
          </>
        )}
      </Rows>
      <Both
        field="otherwise"
        label={t("otherwise")}
        value={content.otherwise}
        onChange={(otherwise) => onChange({ ...content, otherwise })}
      />
    </>
  );
}

interface ValueProps {
  readonly field: string;
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly onChange: (value: number) => void;
}

function Value({ field, label, value, least = -LIMITS.value, onChange }: ValueProps) {
  const { locale, locked } = useWorld();
  const problem = useProblem(field);
  return (
    <NumberField
      label={label}
      value={value}
      min={least}
      max={LIMITS.value}
      step={0.000001}
      locale={locale}
      disabled={locked}
      problem={problem}
      onChange={onChange}
    />
  );
}

function ShortFields({ content, onChange }: Props<ContentOf<"short">>) {
  const t = useTranslations("bank");
  const { locked } = useWorld();
  return (
    <>
      <Switch
        label={t("caseSensitive")}
        checked={content.caseSensitive}
        disabled={locked}
        onChange={(caseSensitive) => onChange({ ...content, caseSensitive })}
      />
      <Rows
        field="answers"
        title={t("answers")}
        note={t("shortNote")}
        rows={content.answers}
        least={LIMITS.answers.least}
        most={LIMITS.answers.most}
        name={(place) => t("answerNo", { place })}
        fresh={() => blankShort()}
        onChange={(answers) => onChange({ ...content, answers })}
      >
        {(answer, set, i) => (
          <>
            <Typed field={`answers.${i}.said`} label={t("said")} value={answer.said} onChange={(said) => set({ said })} />
            <Credit field={`answers.${i}.credit`} value={answer.credit} onChange={(credit) => set({ credit })} />
            <Judged field={`answers.${i}`} value={answer} onChange={set} />
          </>
        )}
      </Rows>
    </>
  );
}

/** A text that is the same in every language. */
function Typed({
  field,
  label,
  value,
  onChange,
}: {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { locked } = useWorld();
  const problem = useProblem(field);
  return (
    <TextField
      label={label}
      value={value}
      autoComplete="off"
      readOnly={locked}
      problem={problem}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function OrderFields({ content, onChange }: Props<ContentOf<"order">>) {
  const t = useTranslations("bank");
  return (
    <>
      <Rows<Text>
        field="items"
        title={t("items")}
        note={t("orderNote")}
        rows={content.items}
        least={LIMITS.items.least}
        most={LIMITS.items.most}
        name={(place) => t("item", { place })}
        fresh={() => ({ ko: "", en: "" })}
        onChange={(items) => onChange({ ...content, items })}
      >
        {(item, set, i) => <Both field={`items.${i}`} label={t("text")} value={item} onChange={set} />}
      </Rows>
      <Both
        field="ends"
        label={t("firstEnd")}
        value={content.ends.first}
        onChange={(first) => onChange({ ...content, ends: { ...content.ends, first } })}
      />
      <Both
        field="ends"
        label={t("lastEnd")}
        value={content.ends.last}
        onChange={(last) => onChange({ ...content, ends: { ...content.ends, last } })}
      />
      <SlipPicker label={t("reversed")} value={content.reversed} onChange={(reversed) => onChange({ ...content, reversed })} />
    </>
  );
}

function MatchFields({ content, onChange }: Props<ContentOf<"match">>) {
  const t = useTranslations("bank");
  const changed = (next: Partial<Pick<ContentOf<"match">, "pairs" | "extra">>) => onChange(withWrongPairs(content, next));
  return (
    <>
      <Rows
        field="pairs"
        title={t("pairs")}
        rows={content.pairs}
        least={LIMITS.pairs.least}
        most={LIMITS.pairs.most}
        name={(place) => t("pair", { place })}
        fresh={blankPair}
        onChange={(pairs) => changed({ pairs })}
      >
        {(pair, set, i) => (
          <>
            <Both field={`pairs.${i}.left`} label={t("left")} value={pair.left} onChange={(left) => set({ left })} />
            <Both field={`pairs.${i}.right`} label={t("partner")} value={pair.right} onChange={(right) => set({ right })} />
          </>
        )}
      </Rows>
      <Rows<Text>
        field="extra"
        title={t("extra")}
        note={t("extraNote")}
        rows={content.extra}
        least={0}
        most={LIMITS.rights - content.pairs.length}
        name={(place) => t("extraNo", { place })}
        fresh={() => ({ ko: "", en: "" })}
        onChange={(extra) => changed({ extra })}
      >
        {(text, set, i) => <Both field={`extra.${i}`} label={t("partner")} value={text} onChange={set} />}
      </Rows>
      <WrongPairs content={content} onChange={onChange} />
    </>
  );
}
