import type { Locale, Text } from "@/lib/challenges/text";
import { large, num } from "@/lib/words";
import { PLACES, type Chosen, type Place } from "./cost";

const NAMES: Readonly<Record<Place, Text>> = {
  proposals: { ko: "후보", en: "Proposals" },
  features: { ko: "합성곱", en: "Convolutions" },
  judge: { ko: "판정", en: "Verdict" },
};

/** Which piece stands at a place, and how often it works for n proposals. */
function pieceOf({ proposals, features }: Chosen, place: Place, n: number): { readonly piece: Text; readonly times: number } {
  if (place === "proposals")
    return proposals === "search"
      ? { piece: { ko: "선택적 탐색", en: "Selective search" }, times: 1 }
      : { piece: { ko: "RPN", en: "RPN" }, times: 1 };
  if (place === "features")
    return features === "crops"
      ? { piece: { ko: "잘라 낸 후보마다", en: "Each crop" }, times: n }
      : { piece: { ko: "온 그림", en: "The whole picture" }, times: 1 };
  return features === "crops"
    ? { piece: { ko: "SVM", en: "SVMs" }, times: n }
    : { piece: { ko: "RoI 풀링과 머리", en: "RoI pooling, head" }, times: n };
}

export interface PlaceBlocksProps {
  readonly chosen: Chosen;
  readonly proposals: number;
  readonly cost: Readonly<Record<Place, number>>;
  readonly locale: Locale;
}

/** The pipeline as three blocks from left to right: the piece at each place, how often it works, what it multiplies. */
export function PlaceBlocks({ chosen, proposals, cost, locale }: PlaceBlocksProps) {
  const whole = PLACES.reduce((sum, place) => sum + cost[place], 0);
  const [one, many] = [{ ko: "그림마다 한 번", en: "once a picture" } as const, { ko: "후보마다", en: "once a proposal" } as const];
  return (
    <ol className="m-0 grid list-none grid-cols-3 gap-2 p-0" data-testid="places">
      {PLACES.map((place) => {
        const { piece, times } = pieceOf(chosen, place, proposals);
        const often = place === "proposals" || (place === "features" && chosen.features === "map") ? one : many;
        // The verdict of a crop is counted with its convolutions.
        const text = cost[place] > 0 ? large(cost[place], locale, 1e5) : locale === "ko" ? "곱셈 없음" : "none";
        const within = place === "judge" && chosen.features === "crops";
        return (
          <li
            key={place}
            className={`!m-0 flex min-w-0 flex-col gap-1 rounded-[var(--radius)] border-2 p-2 text-sm ${often === many ? "border-brand bg-brand-wash" : "border-line bg-sheet"}`}
          >
            <span className="text-ink-2">{NAMES[place][locale]}</span>
            <span className="font-semibold text-ink">{piece[locale]}</span>
            <span className="text-ink">
              <span className="font-mono tabular-nums">{`×${num(times)}`}</span> <span className="text-ink-2">{often[locale]}</span>
            </span>
            <span className="mt-auto flex flex-col gap-1">
              <span className="h-1.5 rounded-full bg-paper-2" aria-hidden="true">
                <span className="block h-full rounded-full bg-brand" style={{ width: `${whole > 0 ? (100 * cost[place]) / whole : 0}%` }} />
              </span>
              <span className="font-mono text-xs text-ink tabular-nums">
                {within ? (locale === "ko" ? "합성곱에 넣어 셈" : "counted left") : text}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
