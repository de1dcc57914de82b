/** How a card's question stands in this tab, so that a reload neither loses an answer nor hands out a second one. */
import { read, write } from "../play/roundStore";
import type { Standing } from "./QuestionFrame";

// Among the drafts of rounds: they are forgotten together when the tab's learner goes.
const nameOf = (seed: string) => `boxup.draft.question.${seed}`;

export function readStanding(seed: string): Standing | undefined {
  const kept = read(nameOf(seed));
  return typeof kept === "object" && kept !== null && "answer" in kept && "handedIn" in kept
    ? { answer: kept.answer, handedIn: kept.handedIn === true }
    : undefined;
}

/** Undefined forgets it. */
export const writeStanding = (seed: string, standing: Standing | undefined): void => write(nameOf(seed), standing ?? null);
