import type { Text } from "@/lib/challenges/text";
import { OptionCards } from "@/lib/ui/boards";
import { useKeys } from "@/lib/ui/keys/useKeys";
import { unbroken } from "@/lib/words";
import type { CardProps } from "../card";
import { lineId, type MistakeAnswer, type MistakeTruth, type MistakeView } from "./form";

const LINES: Text = { ko: "나머지 줄은 모두 앞줄에서 옳게 이어져요.", en: "Every other line follows from those before it." };
const SLIP: Text = { ko: "여기가 틀렸어요.", en: "Here is the mistake." };
const FINE: Text = { ko: "이 줄은 틀리지 않았어요.", en: "This line is not the wrong one." };

/** The lines of a solution, one to be chosen. */
export function MistakeCard({ view, answer, onChange, truth, locale, keys }: CardProps<MistakeView, MistakeTruth, MistakeAnswer>) {
  const pick = (line: number) => () => {
    if (line < view.lines.length) onChange({ line: lineId(line) });
  };
  useKeys(keys && truth === null ? { 1: pick(0), 2: pick(1), 3: pick(2), 4: pick(3) } : {});
  const options = view.lines.map((text, i) => {
    const value = lineId(i);
    const detail = truth === null ? undefined : i === truth.slip ? SLIP[locale] : answer.line === value ? FINE[locale] : undefined;
    const chosen = truth !== null && answer.line === value;
    const verdict = chosen ? (i === truth.slip ? ("right" as const) : ("wrong" as const)) : undefined;
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
