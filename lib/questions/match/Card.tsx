import { Check, X } from "lucide-react";
import { matching } from "@/lib/challenges/answers";
import type { Text } from "@/lib/challenges/text";
import { Select } from "@/lib/ui/components";
import { Said, useSaying } from "../Said";
import type { CardProps } from "../card";
import type { MatchAnswer, MatchTruth, MatchView } from "./form";

const CHOOSE: Text = { ko: "짝을 골라요", en: "Choose its partner" };
const ITS_PARTNER: Text = { ko: "짝:", en: "Its partner:" };

/** A list to choose from for each left thing. */
export function MatchCard({ view, answer, onChange, truth, locale }: CardProps<MatchView, MatchTruth, MatchAnswer>) {
  const partners = new Map(answer.pairs);
  const textOf = (id: string): Text => view.rights.find((right) => right.id === id)?.text ?? { ko: id, en: id };
  const { plain } = useSaying();
  const options = view.rights.map(({ id, text }) => ({ value: id, label: plain(text[locale]) }));
  return (
    <ul className="m-0 flex list-none flex-col gap-3 p-0">
      {view.lefts.map(({ id, text }) => {
        const said = partners.get(id) ?? null;
        const due = truth?.pairs.find(([left]) => left === id)?.[1];
        return (
          <li key={id} data-left={id}>
            {truth === null || due === undefined ? (
              <Select
                label={plain(text[locale])}
                options={options}
                value={said}
                placeholder={CHOOSE[locale]}
                onChange={(right) => onChange({ pairs: matching.join(answer.pairs, id, right, false) })}
              />
            ) : (
              <div
                className={`rounded-(--radius) border px-4 py-2 ${said === due ? "border-good bg-good-wash" : "border-bad bg-bad-wash"}`}
              >
                <div className="text-sm font-medium text-ink">
                  <Said text={text[locale]} />
                </div>
                <div className="flex items-center gap-2 text-ink">
                  {said === due ? (
                    <Check aria-hidden size={18} className="shrink-0 text-good" />
                  ) : (
                    <X aria-hidden size={18} className="shrink-0 text-bad" />
                  )}
                  {said === null ? null : <Said text={textOf(said)[locale]} />}
                </div>
                {said === due ? null : (
                  <p className="m-0 text-sm text-ink-2">
                    {ITS_PARTNER[locale]} <Said text={textOf(due)[locale]} />
                  </p>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
