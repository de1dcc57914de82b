/** What tries, slots, parts and works earn: pure sums over rows. A recount from the same rows gives the same. */
import { worthAfter } from "./terms";

/** One try at one slot. */
export interface Try {
  readonly slot: number;
  /** What is asked, as `AssignedItem.item` names it. */
  readonly item: string;
  /** 0 to 100; null until it is graded. */
  readonly score: number | null;
  /** As it was graded first. */
  readonly firstScore: number | null;
  readonly lateDays: number;
  readonly answeredAt: number | null;
  /** This one try counts for nobody. */
  readonly voided: boolean;
}

/** A part as its student has it, with the tries made at it. */
export interface PartWork {
  readonly points: number;
  readonly slots: number;
  readonly tries: readonly Try[];
}

export interface Rules {
  readonly latePercent: number;
  /** Items that count for nobody in this assignment: a slot that holds one shares no points. */
  readonly voided: ReadonlySet<string>;
}

/** What a slot earns, of 1. */
export interface SlotEarned {
  /** By what was answered in time, as it was graded first. */
  readonly atDue: number;
  /** By the best try, each with what lateness took of it. */
  readonly now: number;
  readonly answered: boolean;
  /** It holds an item that counts for nobody. */
  readonly out: boolean;
}

export interface WorkEarned {
  readonly points: number;
  readonly atDue: number;
  readonly now: number;
  readonly done: number;
  readonly slots: number;
  readonly lastAt: number | null;
}

const most = (values: readonly number[]): number => values.reduce((best, each) => Math.max(best, each), 0);

/** @param fixed the slot's item where it is the same for everybody, so that one is out before anybody has opened it */
export function slotEarned(tries: readonly Try[], { latePercent, voided }: Rules, fixed: string | null = null): SlotEarned {
  const counting = tries.filter((each) => !each.voided);
  return {
    atDue: most(counting.map(({ firstScore, lateDays }) => (lateDays === 0 ? (firstScore ?? 0) / 100 : 0))),
    now: most(counting.map(({ score, lateDays }) => ((score ?? 0) / 100) * worthAfter(lateDays, latePercent))),
    answered: counting.some(({ answeredAt }) => answeredAt !== null),
    out: (fixed !== null && voided.has(fixed)) || tries.some(({ item }) => voided.has(item)),
  };
}

/** The slots of a part, in order. @param fixed by slot, see `slotEarned` */
export const slotsEarned = ({ slots, tries }: PartWork, rules: Rules, fixed: readonly (string | null)[] = []): SlotEarned[] =>
  Array.from({ length: slots }, (_, slot) =>
    slotEarned(
      tries.filter((each) => each.slot === slot),
      rules,
      fixed[slot] ?? null,
    ),
  );

/** A part's points are shared evenly by its slots; those that are out leave theirs to the others, and a part of such alone counts nothing. */
export function workEarned(parts: readonly (PartWork & { readonly fixed?: readonly (string | null)[] })[], rules: Rules): WorkEarned {
  const sums = parts.map((part) => {
    const slots = slotsEarned(part, rules, part.fixed).filter(({ out }) => !out);
    const share = slots.length === 0 ? 0 : part.points / slots.length;
    const sum = (of: (slot: SlotEarned) => number) => slots.reduce((total, slot) => total + of(slot), 0);
    return {
      points: slots.length === 0 ? 0 : part.points,
      atDue: share * sum(({ atDue }) => atDue),
      now: share * sum(({ now }) => now),
      done: slots.filter(({ answered }) => answered).length,
      slots: slots.length,
    };
  });
  const total = (of: (sum: (typeof sums)[number]) => number) => sums.reduce((all, each) => all + of(each), 0);
  const moments = parts.flatMap(({ tries }) => tries.flatMap(({ answeredAt }) => answeredAt ?? []));
  return {
    points: total(({ points }) => points),
    atDue: rounded(total(({ atDue }) => atDue)),
    now: rounded(total(({ now }) => now)),
    done: total(({ done }) => done),
    slots: total(({ slots }) => slots),
    lastAt: moments.length === 0 ? null : moments.reduce((last, each) => Math.max(last, each)),
  };
}

/** To a millionth of a point: sums in another order are the same. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** How many tries are left at a slot. One that was voided took none; what is asked again once all is right gains nothing. */
export const triesLeft = (allowed: number, tries: readonly Pick<Try, "voided">[]): number =>
  Math.max(0, allowed - tries.filter(({ voided }) => !voided).length);
