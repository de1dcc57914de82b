import { Check, X } from "lucide-react";
import type { Text } from "@/lib/challenges/text";
import { useKeys } from "@/lib/ui/keys/useKeys";
import { Said } from "../Said";
import type { CardProps } from "../card";
import type { ChoiceAnswer, ChoiceTruth, ChoiceView } from "./form";

const RIGHT: Text = { ko: "맞는 답", en: "The right answer" };
const WRONG: Text = { ko: "고른 답, 틀렸어요", en: "Your answer, wrong" };

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Options one below the other; the first tap, or its digit, stands. */
export function ChoiceCard({ view, answer, onChange, truth, locale, keys }: CardProps<ChoiceView, ChoiceTruth, ChoiceAnswer>) {
  const open = truth === null;
  const pick = (place: number) => () => {
    if (place < view.options.length) onChange({ option: view.options[place].id });
  };
  useKeys(keys && open ? Object.fromEntries(DIGITS.map((digit) => [digit, pick(digit - 1)])) : {});
  return (
    <ul className="m-0 flex list-none flex-col gap-2 p-0">
      {view.options.map(({ id, text }, i) => {
        const right = truth?.right === id;
        const shown = truth !== null && (right || answer.option === id);
        // Where the answer is handed in by a button, the first tap shows what was chosen, by more than its colour.
        const chosen = open && answer.option === id;
        const tone = chosen
          ? "border-ink bg-paper-2 inset-ring-2 inset-ring-ink"
          : !shown
            ? "border-line"
            : right
              ? "border-good bg-good-wash"
              : "border-bad bg-bad-wash";
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={answer.option === id}
              aria-disabled={!open}
              onClick={() => open && onChange({ option: id })}
              data-option={id}
              className={`flex min-h-12 w-full items-center gap-3 rounded-(--radius) border bg-paper px-4 py-2 text-left text-ink transition-colors duration-150 ${tone}`}
            >
              {keys ? (
                <kbd aria-hidden className="key-name text-sm text-ink-2">
                  {i + 1}
                </kbd>
              ) : null}
              <span className="min-w-0 flex-1">
                <Said text={text[locale]} />
              </span>
              {!shown ? null : right ? (
                <Check aria-label={RIGHT[locale]} size={18} className="shrink-0 text-good" />
              ) : (
                <X aria-label={WRONG[locale]} size={18} className="shrink-0 text-bad" />
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
