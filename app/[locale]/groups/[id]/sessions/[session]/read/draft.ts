import { read, write } from "../../../../../play/roundStore";
import type { Choices } from "./findings";

/** A note that somebody is reading into a session, and what they have chosen so far. */
export interface Draft {
  readonly text: string;
  /** The file's name, which may hold the date; "" for what was pasted. */
  readonly name: string;
  readonly choices: Choices;
}

export const NO_DRAFT: Draft = { text: "", name: "", choices: {} };

// Among the drafts of rounds: they are forgotten together when the tab's learner goes.
const nameOf = (who: string, session: string) => `boxup.draft.note.${who}.${session}`;

export function readNoteDraft(who: string, session: string): Draft {
  const kept = read(nameOf(who, session));
  if (typeof kept !== "object" || kept === null || !("text" in kept) || typeof kept.text !== "string") return NO_DRAFT;
  const { name, choices } = kept as Partial<Draft>;
  return { text: kept.text, name: name ?? "", choices: choices ?? {} };
}

export const writeNoteDraft = (who: string, session: string, draft: Draft): void => write(nameOf(who, session), draft);
