import { Check, Square, SquareCheck, X } from "lucide-react";
import type { Text } from "@/lib/challenges/text";
import { useKeys } from "@/lib/ui/keys/useKeys";
import { signed } from "@/lib/words";
import { Said } from "../Said";
import type { CardProps } from "../card";
import type { MultipleAnswer, MultipleTruth, MultipleView } from "./form";

const HOW: Text = {
  ko: "맞는 것을 모두 골라요. 고른 것마다 점수가 더해지고, 틀린 것을 고르면 빠질 수 있어요.",
  en: "Choose all that are right. Each choice adds its points; a wrong one may take some away.",
};
const RIGHT: Text = { ko: "맞는 답", en: "A right answer" };
const WRONG: Text = { ko: "고른 답, 틀렸어요", en: "Your answer, wrong" };
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const pointsOf = (credit: number): Text => {
  const points = signed(Math.round(credit), 0);
  return { ko: `${points}점`, en: `${points} points` };
};

/** Options one below the other, each a tick; its digit turns it. Graded, each says what it adds. */
export function MultipleCard({ view, answer, onChange, truth, locale, keys }: CardProps<MultipleView, MultipleTruth, MultipleAnswer>) {
  const open = truth === null;
  const turn = (id: string) => {
    const { options } = answer;
    if (open) onChange({ options: options.includes(id) ? options.filter((each) => each !== id) : [...options, id] });
  };
  const digits = DIGITS.slice(0, view.options.length);
  useKeys(keys && open ? Object.fromEntries(digits.map((digit, i) => [digit, () => turn(view.options[i].id)])) : {});
  return (
    <div>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {view.options.map(({ id, text }, i) => {
          const chosen = answer.options.includes(id);
          const credit = truth?.credits.find(({ option }) => option === id)?.credit ?? 0;
          const right = credit > 0;
          const shown = truth !== null && (right || chosen);
          const tone = !shown ? "border-line" : right ? "border-good bg-good-wash" : "border-bad bg-bad-wash";
          const Tick = chosen ? SquareCheck : Square;
          return (
            <li key={id}>
              <button
                type="button"
                role="checkbox"
                aria-checked={chosen}
                aria-disabled={!open}
                onClick={() => turn(id)}
                data-option={id}
                className={`flex min-h-12 w-full items-center gap-3 rounded-(--radius) border bg-paper px-4 py-2 text-left text-ink transition-colors duration-150 ${tone}`}
              >
                {keys && i < DIGITS.length ? (
                  <kbd aria-hidden className="key-name text-sm text-ink-2">
                    {i + 1}
                  </kbd>
                ) : null}
                <Tick aria-hidden size={20} className={`shrink-0 ${chosen ? "text-brand" : "text-ink-3"}`} />
                <span className="min-w-0 flex-1">
                  <Said text={text[locale]} />
                </span>
                {shown ? <span className="shrink-0 text-sm tabular-nums text-ink-2">{pointsOf(credit)[locale]}</span> : null}
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
      {open ? <p className="m-0 mt-2 text-sm text-ink-2">{HOW[locale]}</p> : null}
    </div>
  );
}
