import type { Text } from "@/lib/challenges/text";
import { OptionCards } from "@/lib/ui/boards";
import { useKeys } from "@/lib/ui/keys/useKeys";
import { unbroken } from "@/lib/words";
import type { CardProps } from "../card";
import { lineId, type MistakeAnswer, type MistakeTruth, type MistakeView } from "./form";

const LINES: Text = { ko: "나머지 줄은 모두 앞줄에서 옳게 이어져요.", en: "Every other line follows from those before it." };
const SLIP: Text = { ko: "여기가 틀렸어요.", en: "Here is the mistake." };
const BEFORE: Text = { ko: "이 줄은 맞아요.", en: "This line is right." };
const AFTER: Text = { ko: "이 줄은 앞줄에서 옳게 이어졌어요.", en: "This line follows rightly from the one before." };

/** The lines of a solution, one to be chosen. */
export function MistakeCard({ view, answer, onChange, truth, locale, keys }: CardProps<MistakeView, MistakeTruth, MistakeAnswer>) {
  const pick = (line: number) => () => {
    if (line < view.lines.length) onChange({ line: lineId(line) });
  };
  useKeys(keys && truth === null ? { 1: pick(0), 2: pick(1), 3: pick(2), 4: pick(3) } : {});
  const options = view.lines.map((text, i) => {
    const value = lineId(i);
    const chosen = truth !== null && answer.line === value;
    const detail =
      truth === null ? undefined : i === truth.slip ? SLIP[locale] : chosen ? (i < truth.slip ? BEFORE : AFTER)[locale] : undefined;
    const verdict = i === truth?.slip ? ("right" as const) : chosen ? ("wrong" as const) : undefined;
    return { value, title: `${i + 1}. ${unbroken(text[locale])}`, detail, verdict };
  });
  return (
    <OptionCards
      label={LINES[locale]}
      columns={1}
      options={options}
      value={answer.line}
      locked={truth !== null}
      onChange={(line) => onChange({ line })}
    />
  );
}
