/** Who needs help, and why, in words. */
import type { Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { Z } from "./intervals";
import { mean, variance } from "./numbers";

const DAY_MS = 86_400_000;
const INACTIVE_DAYS = 7;
/** Misses in a row at one item, without a pass since, from which somebody needs help. */
export const NEEDS_HELP = 4;
/** First answers below which nothing is said of how somebody does. */
const ENOUGH = 5;
const STRUGGLING_BELOW = 50;
const EXCELLING_FROM = 90;
/** Answers on either side when the latest are compared with those before them, and the least fall that is worth a word. */
const SIDE = 8;
const FALL = 10;

export const BUCKETS = ["struggling", "on-track", "excelling", "not-enough-information"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** One student as the class's work knows them. */
export interface Situation {
  readonly student: string;
  /** First answers, ever. */
  readonly firsts: number;
  /** Scores of the last latest first answers, the latest last. */
  readonly recent: readonly number[];
  /** The last answer, of any try (ms); null where there is none. */
  readonly lastAt: number | null;
  /** When the student came into the class (ms). */
  readonly joinedAt: number;
  /** Items missed in a row and not passed since. */
  readonly stuck: readonly { readonly item: string; readonly name: Text; readonly misses: number }[];
  /** Work that was due and was not handed in. */
  readonly missed: readonly string[];
  /** Whether there is work that could be done now or was due. */
  readonly asked: boolean;
}

export const REASONS = ["missed-work", "needs-help", "falling", "inactive", "low"] as const;
export type ReasonId = (typeof REASONS)[number];

export interface Reason {
  readonly id: ReasonId;
  readonly text: Text;
  /** How many days, answers or pieces of work it stands on. */
  readonly n: number;
}

/** How far the latest answers fell below those before, in points, where it is more than chance gives; 0 else. */
export function fallOf(recent: readonly number[]): number {
  if (recent.length < 2 * SIDE) return 0;
  const late = recent.slice(-SIDE);
  const early = recent.slice(-2 * SIDE, -SIDE);
  const fall = mean(early) - mean(late);
  const chance = Z * Math.sqrt((variance(early) + variance(late)) / SIDE);
  return fall >= FALL && fall > chance ? fall : 0;
}

/** Why a student may need help, the heaviest reason first, each with what it stands on; empty where nothing speaks for it. @param now ms */
export function reasonsOf(situation: Situation, now: number): Reason[] {
  const { missed, stuck, recent, firsts, lastAt, joinedAt, asked } = situation;
  const reasons: Reason[] = [];
  if (missed.length > 0)
    reasons.push({
      id: "missed-work",
      n: missed.length,
      text: {
        ko: `기한이 지난 과제 ${num(missed.length)}개를 내지 않았어요.`,
        en: `Did not hand in ${missed.length === 1 ? "1 piece of work that was due" : `${num(missed.length)} pieces of work that were due`}.`,
      },
    });
  for (const { name, misses } of stuck)
    if (misses >= NEEDS_HELP)
      reasons.push({
        id: "needs-help",
        n: misses,
        text: { ko: `${name.ko}: ${num(misses)}번 이어서 통과하지 못했어요.`, en: `${name.en}: missed ${num(misses)} times in a row.` },
      });
  const fall = fallOf(recent);
  if (fall > 0)
    reasons.push({
      id: "falling",
      n: 2 * SIDE,
      text: {
        ko: `최근 첫 답 ${SIDE}개의 평균이 그 앞 ${SIDE}개보다 ${num(fall)}점 낮아요.`,
        en: `The last ${SIDE} first answers average ${num(fall)} points below the ${SIDE} before.`,
      },
    });
  const days = Math.floor((now - (lastAt ?? joinedAt)) / DAY_MS);
  if (asked && days >= INACTIVE_DAYS)
    reasons.push({
      id: "inactive",
      n: days,
      text:
        lastAt === null
          ? { ko: `들어온 지 ${num(days)}일이 됐지만 아직 답이 없어요.`, en: `No answer yet, ${num(days)} days after joining.` }
          : { ko: `${num(days)}일째 답이 없어요.`, en: `No answer for ${num(days)} days.` },
    });
  if (firsts >= ENOUGH && mean(recent) < STRUGGLING_BELOW)
    reasons.push({
      id: "low",
      n: recent.length,
      text: {
        ko: `최근 첫 답 ${num(recent.length)}개의 평균이 ${num(mean(recent))}점이에요.`,
        en: `The last ${num(recent.length)} first answers average ${num(mean(recent))} points.`,
      },
    });
  return reasons;
}

interface WithReasons {
  readonly reasons: readonly { readonly id: string; readonly n: number }[];
}

/** Whether the reasons say that somebody needs help: any but a single piece of work that was not handed in, which happens to everybody. */
export const isInNeed = ({ reasons }: WithReasons): boolean => reasons.some(({ id, n }) => id !== "missed-work" || n > 1);

/** Exactly one of four. Who has hardly answered is not judged by how they answer; a piece of work that was missed is told, and no more. */
export function bucketOf(situation: Situation, now: number): Bucket {
  if (situation.firsts < ENOUGH) return "not-enough-information";
  const reasons = reasonsOf(situation, now);
  if (isInNeed({ reasons })) return "struggling";
  return reasons.length === 0 && mean(situation.recent) >= EXCELLING_FROM ? "excelling" : "on-track";
}

export interface AtRisk {
  readonly student: string;
  readonly bucket: Bucket;
  readonly reasons: readonly Reason[];
}

const weightOf = (id: string): number => REASONS.findIndex((each) => each === id);

/**
 * Who needs help more comes first: by more reasons, then by the heavier one, then by more of what it stands on (work missed, tries in a row, days).
 * Of those that are alike nobody comes first: their order stays as it was.
 */
export function byNeed({ reasons: one }: WithReasons, { reasons: other }: WithReasons): number {
  if (one.length !== other.length) return other.length - one.length;
  for (const [at, { id, n }] of one.entries()) {
    const order = weightOf(id) - weightOf(other[at].id) || other[at].n - n;
    if (order !== 0) return order;
  }
  return 0;
}

/** Everybody in need, most and heaviest reasons first. */
export const atRisk = (situations: readonly Situation[], now: number): AtRisk[] =>
  situations
    .map((each) => ({ student: each.student, bucket: bucketOf(each, now), reasons: reasonsOf(each, now) }))
    .filter(isInNeed)
    .sort((a, b) => byNeed(a, b) || (a.student < b.student ? -1 : 1));
