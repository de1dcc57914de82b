/** What may be wrong with a question, in words. A flag asks somebody to look; it changes nothing. */
import type { Text } from "@/lib/challenges/text";
import { josa, list, num } from "@/lib/words";
import { FEW, type Figure } from "./figure";
import type { OptionFigure } from "./items";

export const FLAGS = ["key-probably-wrong", "against-the-rest", "too-hard", "too-easy", "implausible-options"] as const;
export type FlagId = (typeof FLAGS)[number];

export interface Flag {
  readonly id: FlagId;
  readonly reason: Text;
  /** Students it stands on. */
  readonly n: number;
}

const TOO_EASY = 95;
const TOO_HARD = 20;

/** A student's choice beside how they did elsewhere. */
export interface Chooser {
  readonly option: string;
  /** The mean of their other items, 0 to 100. */
  readonly rest: number;
}

/** The third of a class that does best elsewhere; who ties with its last belongs to it. */
function topThird(choosers: readonly Chooser[]): Chooser[] {
  const sorted = [...choosers].sort((a, b) => b.rest - a.rest);
  const last = sorted[Math.ceil(sorted.length / 3) - 1];
  return last === undefined ? [] : sorted.filter(({ rest }) => rest >= last.rest);
}

/** The wrong option that the best third chooses more often than the right one; null where there is none, or too few to tell. */
export function likelyKey(
  choosers: readonly Chooser[],
  right: string,
): { readonly option: string; readonly count: number; readonly ofRight: number; readonly top: number } | null {
  if (choosers.length < FEW) return null;
  const top = topThird(choosers);
  const countOf = (option: string) => top.filter((each) => each.option === option).length;
  const ofRight = countOf(right);
  const [best] = [...new Set(top.map(({ option }) => option))]
    .filter((option) => option !== right)
    .map((option) => ({ option, count: countOf(option), ofRight, top: top.length }))
    .sort((a, b) => b.count - a.count || (a.option < b.option ? -1 : 1));
  return best !== undefined && best.count > ofRight ? best : null;
}

/** @param options of a question with options; empty else */
export function flagsOf(
  { facility, discrimination }: { readonly facility: Figure; readonly discrimination: Figure },
  options: readonly OptionFigure[],
  choosers: readonly Chooser[],
): Flag[] {
  const flags: Flag[] = [];
  const right = options.find((option) => option.right)?.option;
  const key = right === undefined ? null : likelyKey(choosers, right);
  if (key !== null)
    flags.push({
      id: "key-probably-wrong",
      n: choosers.length,
      reason: {
        ko: `다른 문항을 가장 잘 푼 ${num(key.top)}명 가운데 ${num(key.count)}명이 오답 하나를 골랐고, 정답은 ${num(key.ofRight)}명이 골랐어요. 정답 표시가 맞는지 보세요.`,
        en: `Of the ${num(key.top)} who do best elsewhere, ${num(key.count)} chose one wrong option and ${num(key.ofRight)} the right one: check the key.`,
      },
    });
  // As it is shown, in whole numbers: what reads as 0 is not below it.
  if (!discrimination.few && discrimination.value !== null && Math.round(discrimination.value) < 0) {
    const chance = discrimination.interval === null || discrimination.interval[1] >= 0;
    flags.push({
      id: "against-the-rest",
      n: discrimination.n,
      reason: {
        ko: `변별도가 ${josa(num(discrimination.value), "이에요/예요")}. 다른 문항을 잘 푼 학생이 여기서 더 자주 틀렸어요.${chance ? " 우연일 수도 있어요." : ""}`,
        en: `Discrimination is ${num(discrimination.value)}: who does well elsewhere missed this more often${chance ? ", which may be chance" : ""}.`,
      },
    });
  }
  if (!facility.few && facility.value !== null && facility.value <= TOO_HARD)
    flags.push({
      id: "too-hard",
      n: facility.n,
      reason: {
        ko: `첫 답의 평균이 ${num(facility.value)}점이라 너무 어려워요.`,
        en: `Too hard: first answers average ${num(facility.value)}%.`,
      },
    });
  if (!facility.few && facility.value !== null && facility.value >= TOO_EASY)
    flags.push({
      id: "too-easy",
      n: facility.n,
      reason: {
        ko: `첫 답의 평균이 ${num(facility.value)}점이라 누가 알고 누가 모르는지 드러나지 않아요.`,
        en: `Too easy: first answers average ${num(facility.value)}%, so it tells nobody apart.`,
      },
    });
  const idle = options.filter(({ implausible }) => implausible);
  if (idle.length > 0)
    flags.push({
      id: "implausible-options",
      n: idle[0].share.n,
      reason: {
        ko: `${num(idle.length)}개 선택지(${list(
          idle.map(({ option }) => option),
          "ko",
        )})를 고른 학생이 5%도 안 돼요.`,
        en: `Fewer than 5% choose ${idle.length === 1 ? "option" : "options"} ${list(
          idle.map(({ option }) => option),
          "en",
        )}.`,
      },
    });
  return flags;
}
