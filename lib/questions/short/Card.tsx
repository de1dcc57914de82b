import type { Text } from "@/lib/challenges/text";
import { TextField } from "@/lib/ui/components";
import type { CardProps } from "../card";
import { SHORT_MOST, type ShortAnswer, type ShortTruth, type ShortView } from "./form";

const LABEL: Text = { ko: "답", en: "Answer" };
const CASE: Text = { ko: "대문자와 소문자를 구별해요.", en: "Capital and small letters count." };

/** One text field; Enter hands it in. */
export function ShortCard({ view, answer, onChange, truth, locale }: CardProps<ShortView, ShortTruth, ShortAnswer>) {
  return (
    <div className="max-w-96">
      <TextField
        label={LABEL[locale]}
        hint={view.caseSensitive ? CASE[locale] : undefined}
        value={answer.text}
        maxLength={SHORT_MOST}
        readOnly={truth !== null}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </div>
  );
}
