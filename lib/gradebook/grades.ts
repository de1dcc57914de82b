/** What work counts. Shares are of 1; `now` is an argument. One function per figure, for the page, the file and the student's own view. */

/** An assignment as the gradebook knows it. */
export interface GradedAssignment {
  readonly id: string;
  /** Beside the others': 0 counts nothing. */
  readonly weight: number;
}

/** How one student stands in one assignment. */
export interface GradedWork {
  /** Of 1, as the answers earned it: at the student's due date, and now. Null: it is not for this student. */
  readonly atDue: number | null;
  readonly now: number | null;
  /** The student's own due date has passed; never for one without. */
  readonly due: boolean;
  /** Handed in, out of time, or closed. */
  readonly closed: boolean;
  /** An instructor's word in place of both, in percent; null: excused. */
  readonly override: { readonly percent: number | null } | null;
}

/** Which of the two scores is meant. */
export type When = "atDue" | "now";

/**
 * What one piece of work counts, of 1; null where it does not count (yet): excused, not for this student, or still open before its due
 * date. What is overdue and was never begun counts 0. An instructor's word counts from the moment it is given.
 */
export function shareOf(work: GradedWork, when: When): number | null {
  const { override } = work;
  if (override !== null) return override.percent === null ? null : override.percent / 100;
  return work.due || work.closed ? work[when] : null;
}

/** A student's grade and how it comes about: Σ weight × share ÷ Σ weight, over what counts. */
export interface Grade {
  /** Of 1; null where nothing counts yet. */
  readonly share: number | null;
  /** Σ weight × share. */
  readonly earned: number;
  /** Σ weight. */
  readonly weights: number;
}

/** @param cells one of each assignment, in its order */
export function gradeOf(assignments: readonly GradedAssignment[], cells: readonly GradedWork[], when: When): Grade {
  if (cells.length !== assignments.length) throw new RangeError(`cells: ${cells.length} for ${assignments.length} assignments`);
  let earned = 0;
  let weights = 0;
  assignments.forEach(({ weight }, i) => {
    const share = shareOf(cells[i], when);
    if (share === null) return;
    earned += weight * share;
    weights += weight;
  });
  return { share: weights === 0 ? null : earned / weights, earned, weights };
}

/** The mean of the students who have a share; null where nobody has. */
export function meanShare(shares: readonly (number | null)[]): { readonly mean: number | null; readonly n: number } {
  const counted = shares.filter((share) => share !== null);
  return { mean: counted.length === 0 ? null : counted.reduce((sum, share) => sum + share, 0) / counted.length, n: counted.length };
}

/** A share in percent, as it is shown and exported: rounded half up to one decimal. @example percentOf(2 / 3) → 66.7 */
export const percentOf = (share: number): number => Math.round(share * 1000) / 10;
