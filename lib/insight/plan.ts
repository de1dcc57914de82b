/** The next class on one page: what to do, for how many minutes, and where the material stands. */
import type { Text } from "@/lib/challenges/text";
import { josa, num, things } from "@/lib/words";
import { student } from "./figure";

/** A wrong idea of the board with its words. */
export interface IdeaToMend {
  readonly topic: string;
  readonly idea: string;
  /** The topic's title. */
  readonly title: Text;
  /** The wrong idea as a learner would say it. */
  readonly claim: Text;
  readonly holders: number;
  readonly came: number;
}

export interface HardItem {
  readonly item: string;
  readonly name: Text;
  /** Mean of first answers, 0 to 100, over n students. */
  readonly facility: number;
  readonly n: number;
  readonly few: boolean;
}

export interface PlanInput {
  readonly students: number;
  readonly ideas: readonly IdeaToMend[];
  readonly items: readonly HardItem[];
  /** How many have which reason to be asked how they are. */
  readonly missed: number;
  readonly silent: number;
  readonly stuck: number;
}

export interface PlanStep {
  readonly minutes: number;
  readonly text: Text;
  /** What it is about, for a link: a wrong idea's lesson, an item's page, or the list of who needs help. */
  readonly about:
    | { readonly type: "idea"; readonly topic: string; readonly idea: string }
    | { readonly type: "item"; readonly item: string }
    | { readonly type: "people" };
}

const IDEAS = 3;
const ITEMS = 2;
/** An item whose mean lies below this is worth class time. */
const HARD = 50;
/** An idea that fewer hold is told to them, not to the class. */
const WORTH = 2;

const minutesFor = (share: number): number => (share >= 0.4 ? 8 : share >= 0.15 ? 5 : 3);

/** Steps in the order in which they help most; empty where there is nothing to do yet. */
export function planOf({ students, ideas, items, missed, silent, stuck }: PlanInput): PlanStep[] {
  const mend = ideas
    .filter(({ holders }) => holders >= WORTH)
    .sort((a, b) => b.holders - a.holders || b.came - a.came)
    .slice(0, IDEAS)
    .map(({ topic, idea, title, claim, holders, came }): PlanStep => {
      const minutes = minutesFor(holders / Math.max(1, students));
      const more: Text =
        came === 0 ? { ko: "", en: "" } : { ko: ` 그중 ${num(came)}명은 이번 주부터예요.`, en: ` ${num(came)} of them since this week.` };
      return {
        minutes,
        about: { type: "idea", topic, idea },
        text: {
          ko: `${minutes}분, ${title.ko}: ${things(students, student).ko} 가운데 ${num(holders)}명이 아직 이렇게 생각해요. “${claim.ko}”${more.ko}`,
          en: `${minutes} minutes on ${title.en}: ${num(holders)} of ${num(students)} still think “${claim.en}”${more.en}`,
        },
      };
    });
  const hard = items
    .filter(({ facility, few }) => !few && facility < HARD)
    .sort((a, b) => a.facility - b.facility || (a.item < b.item ? -1 : 1))
    .slice(0, ITEMS)
    .map(({ item, name, facility, n }): PlanStep => ({
      minutes: 5,
      about: { type: "item", item },
      text: {
        ko: `5분, 함께 풀기: ${name.ko}. 첫 답의 평균이 ${num(facility)}점이에요(${num(n)}명).`,
        en: `5 minutes to work one together: ${name.en}. First answers average ${num(facility)}% (${num(n)} students).`,
      },
    }));
  const people: PlanStep[] = [];
  if (stuck > 0)
    people.push({
      minutes: 3,
      about: { type: "people" },
      text: {
        ko: `3분, 따로 보기: ${num(stuck)}명이 같은 문항에서 거듭 막혀 있어요.`,
        en: `3 minutes beside ${stuck === 1 ? "1 student who is" : `${num(stuck)} students who are`} stuck on one item.`,
      },
    });
  if (missed + silent > 0)
    people.push({
      minutes: 2,
      about: { type: "people" },
      text: {
        ko: `2분, 묻기: ${missedKo(missed, silent)}`,
        en: `2 minutes to ask: ${[missed > 0 ? `${num(missed)} did not hand in what was due` : "", silent > 0 ? `${num(silent)} ${silent === 1 ? "has" : "have"} been silent for a week` : ""].filter((each) => each !== "").join(", ")}.`,
      },
    });
  return [...mend, ...hard, ...people];
}

const missedKo = (missed: number, silent: number): string =>
  [
    missed > 0 ? `${josa(`${num(missed)}명`, "이/가")} 기한이 지난 과제를 내지 않았어요.` : "",
    silent > 0 ? `${josa(`${num(silent)}명`, "이/가")} 일주일째 답이 없어요.` : "",
  ]
    .filter((each) => each !== "")
    .join(" ");

/** Minutes of all steps. */
export const minutesOf = (steps: readonly PlanStep[]): number => steps.reduce((all, { minutes }) => all + minutes, 0);
