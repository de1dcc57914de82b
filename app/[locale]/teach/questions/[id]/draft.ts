/** What was typed and not saved yet, in this tab: a reload brings it back. */
import { contentSchema, type Content } from "@/lib/bank/content";
import { read, write } from "../../../play/roundStore";

// Among the drafts of rounds: they are forgotten together when the tab's learner goes.
const nameOf = (id: string, kind: string): string => `boxup.draft.bank.${id || `new.${kind}`}`;

export interface Draft {
  /** The version that it was begun over. */
  readonly base: number;
  readonly content: Content;
}

/** What was kept of a question; undefined where nothing was, or it is none any more. */
export function readDraft(id: string, kind: string): Draft | undefined {
  const kept = read(nameOf(id, kind));
  if (typeof kept !== "object" || kept === null || !("base" in kept) || !("content" in kept) || typeof kept.base !== "number")
    return undefined;
  const content = contentSchema.safeParse(kept.content);
  return content.success ? { base: kept.base, content: content.data } : undefined;
}

/** Undefined forgets it. */
export const writeDraft = (id: string, kind: string, draft: Draft | undefined): void => write(nameOf(id, kind), draft ?? null);
