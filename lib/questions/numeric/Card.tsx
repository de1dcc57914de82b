import type { Text } from "@/lib/challenges/text";
import { NumberField } from "@/lib/ui/components";
import { num } from "@/lib/words";
import type { CardProps } from "../card";
import { decimalsOf, type NumericAnswer, type NumericTruth, type NumericView } from "./form";

const LABEL: Text = { ko: "답", en: "Answer" };

/** How exact the answer must be, in words: the band is stated, never guessed. */
function bandOf({ tolerance, range, unit }: NumericView): Text {
  if (tolerance === 0) return { ko: "정확한 값을 적어 주세요.", en: "Enter the exact value." };
  const band = num(tolerance, decimalsOf(range.step));
  return { ko: `±${band}${unit?.ko ?? ""} 안이면 맞아요.`, en: `Right within ±${band}${unit?.en ?? ""}.` };
}

/** One number field; Enter hands it in. */
export function NumericCard({ view, answer, onChange, truth, locale }: CardProps<NumericView, NumericTruth, NumericAnswer>) {
  return (
    <div className="flex max-w-60 flex-col gap-1">
      <NumberField
        label={LABEL[locale]}
        unit={view.unit?.[locale].trim()}
        value={answer.value}
        {...view.range}
        disabled={truth !== null}
        locale={locale}
        onChange={(value) => onChange({ value })}
      />
      <p className="m-0 text-sm text-ink-2">{bandOf(view)[locale]}</p>
    </div>
  );
}
