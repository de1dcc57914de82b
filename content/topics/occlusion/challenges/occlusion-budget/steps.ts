import type { Instance } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { letter, num } from "@/lib/words";
import { placeName } from "./grading";
import { alongSide, pairDrop, rightDesign, rightPlaces, TRIPLES, type Answer, type Design, type Truth, type View } from "./instance";
import { dropSaid, logit } from "./words";

/** One moment of the replay. */
export interface Step {
  /** The places that are covered now. */
  readonly places: readonly number[];
  /** The score now and, at level 5, what it would be if the single drops added up: hundredths. */
  readonly score: number | null;
  readonly ghost: number | null;
  /** At level 4. */
  readonly design: Design | null;
  /** A place of the learner's that is not among the right ones. */
  readonly wrong: boolean;
  readonly says: Text;
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/** The right places one by one, hottest first, then the learner's wrong ones; at level 5 patches that stay while others join them. */
export function stepsOf({ view, truth }: Instance<View, Truth>, { places, patch, stride }: Answer): Step[] {
  const blank = { places: [], score: null, ghost: null, design: null, wrong: false };
  if (view.task === "design") {
    const right = rightDesign(view);
    const row = Math.floor(Math.sqrt(view.budget));
    const shown = (design: Design, wrong: boolean): Step => {
      const along = alongSide(view.side, design.patch, design.stride);
      const rest = view.side - design.patch - (along - 1) * design.stride;
      const ko = `조각 ${design.patch}, 보폭 ${design.stride}: 한 변에 ${along}곳, 모두 ${num(along * along)}번, 끝에 남는 픽셀 ${rest}.`;
      const en = `Patch ${design.patch}, stride ${design.stride}: ${along} places along a side, ${num(along * along)} passes, ${rest} pixels left over at the end.`;
      return { ...blank, design, wrong, says: wrong ? { ko: `내 계획. ${ko}`, en: `Your plan. ${en}` } : { ko, en } };
    };
    return [
      {
        ...blank,
        says: {
          ko: `${row} × ${row} = ${num(row * row)}, 예산은 ${num(view.budget)}: 한 변에 많아야 ${row}곳이에요.`,
          en: `${row} × ${row} = ${num(row * row)}, and the budget is ${num(view.budget)}: at most ${row} places along a side.`,
        },
      },
      ...(patch !== null && stride !== null && (patch !== right?.patch || stride !== right.stride)
        ? [shown({ patch, stride }, stride !== right?.stride)]
        : []),
      ...(right ? [shown(right, false)] : []),
    ];
  }
  const right = rightPlaces(view, truth);
  if (view.task !== "joint")
    return [...right, ...places.filter((place) => !right.includes(place))].map((place, i): Step => {
      const { ko, en } = placeName(view, place);
      const said = dropSaid(view, place);
      return {
        ...blank,
        places: [place],
        score: view.task === "mean" ? null : view.scores[place],
        wrong: i >= right.length,
        says: { ko: `${ko}. ${said.ko}`, en: `${en}. ${said.en}` },
      };
    });
  const way = (set: readonly number[], wrong: boolean): Step[] =>
    set.map((_, i) => {
      const now = set.slice(0, i + 1);
      const singles = sum(now.map((place) => view.value - view.scores[place]));
      const joint =
        i === 0
          ? singles
          : i === 1
            ? pairDrop(view, now[0], now[1])
            : view.value - (truth?.[TRIPLES.findIndex((one) => one.join() === now.join())] ?? view.value);
      const names = now.map(letter).join(" + ");
      return {
        ...blank,
        places: now,
        score: view.value - joint,
        ghost: view.value - singles,
        wrong,
        says: {
          ko: `${wrong ? "내가 고른 조각. " : ""}${names}: 함께 ${logit(joint)}, 하나씩 잰 감소의 합은 ${logit(singles)}.`,
          en: `${wrong ? "Your choice. " : ""}${names}: together ${logit(joint)}, the single drops add up to ${logit(singles)}.`,
        },
      };
    });
  const mine = [...places].sort((a, b) => a - b);
  return [...way(right, false), ...(mine.length === right.length && mine.join() !== right.join() ? way(mine, true) : [])];
}
