/** Rows of a cohort's work as `lib/insight` reads them. */
import { DAY_MS, localDate } from "@/lib/review";
import { itemName, type Answered } from "@/lib/insight";
import { mondayOf } from "@/lib/groups";
import { kindOf, type Catalog } from "../catalog";

/** A try once it is graded: an AssignedItem of which `score` and `answeredAt` are there and which is not voided. */
export interface GradedItem {
  readonly id: string;
  readonly memberId: string;
  readonly item: string;
  readonly topic: string | null;
  readonly band: string | null;
  readonly try: number;
  readonly score: number;
  readonly misconceptions: readonly string[];
  /** Misconceptions that an answer could have shown. */
  readonly couldShow: readonly string[];
  readonly answer: unknown;
  readonly openedAt: Date;
  readonly answeredAt: Date;
}

/** The columns of a GradedItem. */
export const GRADED = {
  id: true,
  memberId: true,
  item: true,
  topic: true,
  band: true,
  try: true,
  score: true,
  misconceptions: true,
  couldShow: true,
  answer: true,
  openedAt: true,
  answeredAt: true,
} as const;

/** Which rows count: answered, and not voided. */
export const COUNTS = { score: { not: null }, answeredAt: { not: null }, voidedAt: null } as const;

/** A row that `COUNTS` let through. */
export const graded = (row: Omit<GradedItem, "score" | "answeredAt"> & { score: number | null; answeredAt: Date | null }): GradedItem => {
  if (row.score === null || row.answeredAt === null) throw new RangeError(`item ${row.id} is not graded`);
  return { ...row, score: row.score, answeredAt: row.answeredAt };
};

/** Who left it open overnight was not thinking all the time. */
const TIMED_UNTIL = DAY_MS / 4;

/** @param timeZone of the cohort */
export function answeredOf(timeZone: string, row: GradedItem): Answered {
  const at = row.answeredAt.getTime();
  const took = at - row.openedAt.getTime();
  return {
    id: row.id,
    student: row.memberId,
    topic: row.topic,
    item: row.item,
    band: row.band,
    try: row.try,
    week: mondayOf(localDate(at, { timeZone, dayStart: 0 })),
    score: row.score,
    option: optionIn(row.answer),
    shown: row.misconceptions,
    couldShow: row.couldShow,
    seconds: took >= 0 && took < TIMED_UNTIL ? Math.round(took / 1000) : null,
    at,
  };
}

/** The option that an answer to a question with options chose. */
function optionIn(answer: unknown): string | null {
  const option = answer !== null && typeof answer === "object" && "option" in answer ? answer.option : null;
  return typeof option === "string" ? option : null;
}

/** Misconceptions that an answer could have shown: of a kind those whose players fail at its level, of a question those of its own truth. */
export function couldShow(catalog: Catalog, { item, instance }: { readonly item: string; readonly instance: string | null }): string[] {
  const name = itemName(item);
  if (name === null) return [];
  if (name.type === "kind")
    return (kindOf(catalog, name.kind)?.beliefs ?? []).flatMap(({ misconception, levels }) =>
      levels.includes(name.level) ? [misconception] : [],
    );
  return instance === null ? [] : beliefsIn(instance);
}

interface Truth {
  readonly beliefs?: readonly { readonly misconception: string }[];
  readonly wrong?: readonly { readonly misconception: string }[];
}

/** What a drawn question's truth says of wrong answers. */
function beliefsIn(instance: string): string[] {
  const { truth } = JSON.parse(instance) as { readonly truth?: Truth | null };
  return [...new Set([...(truth?.beliefs ?? []), ...(truth?.wrong ?? [])].map(({ misconception }) => misconception))];
}
