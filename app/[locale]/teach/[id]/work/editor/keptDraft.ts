import { read, write } from "../../../../play/roundStore";
import type { Draft } from "./draft";

/** What was typed and not saved yet, over which revision, and the key under which a new one is made. */
export interface Kept {
  readonly draft: Draft;
  /** Null for a new one. */
  readonly revision: number | null;
  readonly key: string;
}

// Among the drafts of rounds: they are forgotten together when the tab's learner goes.
const nameOf = (who: string, cohort: string, assignment: string | null) => `boxup.draft.assignment.${who}.${cohort}.${assignment ?? "new"}`;

export function readKept(who: string, cohort: string, assignment: string | null): Kept | null {
  const kept = read(nameOf(who, cohort, assignment)) as Partial<Kept> | null | undefined;
  return kept?.draft && Array.isArray(kept.draft.parts) && typeof kept.key === "string" ? (kept as Kept) : null;
}

/** Null forgets it. */
export const writeKept = (who: string, cohort: string, assignment: string | null, kept: Kept | null): void =>
  write(nameOf(who, cohort, assignment), kept);
