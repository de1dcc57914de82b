/** An assignment as it stands in the database, and as the rules of lib/assignments know it. */
import {
  fixedItems,
  partsFor,
  slotsOf,
  stateOf,
  termsFor,
  workEarned,
  dueOf,
  endOf,
  lateDays,
  type Begun,
  type Due,
  type PartWork,
  type StudentTerms,
  type Terms,
  type Try,
  type WorkState,
} from "@/lib/assignments";
import { notFound } from "../http/errors";
import { isGiven, seesScores, type CohortPlace } from "../policy";
import {
  Prisma,
  type Assignment,
  type AssignedItem,
  type AssignmentPart,
  type Extension,
  type GradeOverride,
  type StudentWork,
} from "../prisma/client";
import type { Store } from "../database";
import type { PartSettings, WorkStanding } from "@/lib/wire/assignmentParts";

const ms = (moment: Date | null): number | null => moment?.getTime() ?? null;
export const iso = (moment: Date | number | null): string | null => (moment === null ? null : new Date(moment).toISOString());

/** A part whose settings are what lib/wire/assignmentParts.ts let in. */
export type Part = Omit<AssignmentPart, "settings"> & { readonly settings: PartSettings };
export const partOf = (row: AssignmentPart): Part => ({ ...row, settings: row.settings as PartSettings });

type TermColumns = Pick<Assignment, "opensAt" | "dueAt" | "closesAt" | "latePercent" | "minutes">;
export const termsOf = ({ opensAt, dueAt, closesAt, latePercent, minutes }: TermColumns): Terms => ({
  opensAt: ms(opensAt),
  dueAt: ms(dueAt),
  closesAt: ms(closesAt),
  latePercent,
  minutes,
});

type ExtensionColumns = Pick<Extension, "dueAt" | "closesAt" | "extraTries">;
export const studentTerms = (assignment: TermColumns, own: ExtensionColumns | null, timePercent: number): StudentTerms =>
  termsFor(termsOf(assignment), own && { dueAt: ms(own.dueAt), closesAt: ms(own.closesAt), extraTries: own.extraTries }, timePercent);

export const begunOf = ({ startedAt, closedAt, closedBy }: Pick<StudentWork, "startedAt" | "closedAt" | "closedBy">): Begun => ({
  startedAt: startedAt.getTime(),
  closedAt: ms(closedAt),
  closedBy,
});

type TryColumns = Pick<AssignedItem, "slot" | "item" | "score" | "firstScore" | "answeredAt" | "voidedAt">;
export const tryOf = ({ slot, item, score, firstScore, answeredAt, voidedAt }: TryColumns, due: Due | null): Try => ({
  slot,
  item,
  score,
  firstScore,
  lateDays: answeredAt === null ? 0 : lateDays(answeredAt.getTime(), due),
  answeredAt: ms(answeredAt),
  voided: voidedAt !== null,
});

/** Terms and parts of an assignment, whoever it is for. */
export type AssignmentWithParts = Assignment & { readonly parts: readonly AssignmentPart[] };

/** A student's parts with the tries made at them. */
export function partWorks(
  { parts }: Pick<AssignmentWithParts, "parts">,
  items: readonly (TryColumns & Pick<AssignedItem, "partId">)[],
  due: Due | null,
): (PartWork & { readonly part: Part; readonly fixed: readonly (string | null)[] })[] {
  return partsFor(parts.map(partOf), new Set(items.map(({ partId }) => partId))).map((part) => ({
    part,
    points: part.points,
    slots: slotsOf(part.settings),
    fixed: fixedItems(part.settings),
    tries: items.filter(({ partId }) => partId === part.id).map((item) => tryOf(item, due)),
  }));
}

export const rulesOf = ({ latePercent, voidedItems }: Pick<Assignment, "latePercent" | "voidedItems">) => ({
  latePercent,
  voided: new Set(voidedItems),
});

/** Nothing is taken whatever the terms say. */
export const isOver = (assignment: Pick<Assignment, "withdrawnAt">, cohort: { readonly archivedAt: Date | null }): boolean =>
  assignment.withdrawnAt !== null || cohort.archivedAt !== null;

interface StandingFacts {
  readonly assignment: AssignmentWithParts;
  readonly cohort: { readonly archivedAt: Date | null; readonly timeZone: string };
  readonly extension: ExtensionColumns | null;
  readonly timePercent: number;
  readonly work: StudentWork | null;
  /** An instructor's word in its place. */
  readonly override: Pick<GradeOverride, "percent"> | null;
}

export interface StandingOf {
  readonly terms: StudentTerms;
  readonly state: WorkState;
  /** The student sees scores. */
  readonly shown: boolean;
  readonly json: WorkStanding;
}

/** How a student's work stands. @param asStudent what is hidden from them is left out */
export function standingOf(
  { assignment, cohort, extension, timePercent, work, override }: StandingFacts,
  now: number,
  asStudent: boolean,
): StandingOf {
  const terms = studentTerms(assignment, extension, timePercent);
  const begun = work && begunOf(work);
  const state = stateOf(terms, begun, now, isOver(assignment, cohort));
  const over = state === "handed-in" || state === "closed";
  const shown = seesScores({
    hideScores: assignment.hideScores,
    over: over && terms.dueAt === null,
    due: terms.dueAt !== null && now >= terms.dueAt,
  });
  const sums =
    work ??
    (({ points, atDue, now: earnedNow, done, slots }) => ({ points, earnedAtDue: atDue, earnedNow, done, slots }))(
      workEarned(partWorks(assignment, [], null), rulesOf(assignment)),
    );
  const seen = !asStudent || shown;
  const end = endOf(terms, begun);
  return {
    terms,
    state,
    shown,
    json: {
      state,
      startedAt: iso(work?.startedAt ?? null),
      dueAt: iso(terms.dueAt),
      closesAt: iso(terms.closesAt),
      endsAt: begun === null ? null : iso(end),
      done: sums.done,
      slots: sums.slots,
      points: sums.points,
      atDue: seen ? sums.earnedAtDue : null,
      now: seen ? sums.earnedNow : null,
      override: seen ? (override?.percent ?? null) : null,
      lateDays: work?.lastAt == null ? 0 : lateDays(work.lastAt.getTime(), dueOf(terms, cohort.timeZone)),
    },
  };
}

const WITH_PARTS = { parts: { orderBy: [{ position: "asc" as const }, { id: "asc" as const }] } };
const COHORT = { select: { id: true, name: true, timeZone: true, archivedAt: true } } as const;

/** An assignment of a cohort, for its instructors. @throws ApiError not-found */
export async function readInCohort(store: Store, cohortId: string, id: string): Promise<AssignmentWithParts> {
  const row = await store.assignment.findFirst({ where: { id, cohortId }, include: WITH_PARTS });
  if (row === null) throw notFound();
  return row;
}

/** An assignment as one student is given it. */
export interface Given {
  readonly assignment: AssignmentWithParts;
  readonly cohort: { readonly id: string; readonly name: string; readonly timeZone: string; readonly archivedAt: Date | null };
  readonly memberId: string;
  readonly timePercent: number;
  readonly extension: Extension | null;
  readonly work: StudentWork | null;
  readonly override: GradeOverride | null;
}

/** What a student of these accounts is given, of those that `where` names; what is not given to them is not there. */
export async function readGivens(store: Store, userId: string, where: Prisma.AssignmentWhereInput): Promise<Given[]> {
  const mine = { member: { userId } };
  const rows = await store.assignment.findMany({
    where: { ...where, publishedAt: { not: null }, cohort: { members: { some: { userId, leftAt: null, role: "STUDENT" } } } },
    include: {
      ...WITH_PARTS,
      cohort: { select: { ...COHORT.select, members: { where: { userId } } } },
      students: { where: mine },
      extensions: { where: mine },
      works: { where: mine },
      overrides: { where: mine },
    },
  });
  return rows.flatMap(({ cohort: { members, ...cohort }, students, extensions, works, overrides, ...assignment }) => {
    const [member] = members;
    const place: CohortPlace | null = member && { memberId: member.id, role: member.role, current: member.leftAt === null };
    if (!isGiven(place, { published: assignment.publishedAt !== null, forSome: assignment.forSome, named: students.length > 0 })) return [];
    return [
      {
        assignment,
        cohort,
        memberId: member.id,
        timePercent: member.timePercent,
        extension: extensions[0] ?? null,
        work: works[0] ?? null,
        override: overrides[0] ?? null,
      },
    ];
  });
}

/** @throws ApiError not-found */
export async function readGiven(store: Store, userId: string, id: string): Promise<Given> {
  const [given] = await readGivens(store, userId, { id });
  if (given === undefined) throw notFound();
  return given;
}
