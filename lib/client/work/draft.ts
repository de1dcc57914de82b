/**
 * Answers of assigned work that the server has not got yet, as they stand on the board. They outlive the tab, so that a browser that is
 * closed or killed loses nothing; each has its learner in its name, and all are forgotten when an account goes from the browser.
 */
const OURS = "boxup.work.";
const nameOf = (learner: string, item: string): string => `${OURS}${learner}.${item}`;

/** Undefined where there is none. */
export function readDraft(learner: string, item: string): unknown {
  try {
    const text = localStorage.getItem(nameOf(learner, item));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined forgets it. */
export function writeDraft(learner: string, item: string, answer: unknown): void {
  try {
    if (answer === undefined) localStorage.removeItem(nameOf(learner, item));
    else localStorage.setItem(nameOf(learner, item), JSON.stringify(answer));
  } catch {
    // Private mode or a full store: the answer still lives in the page.
  }
}

export function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(OURS)) localStorage.removeItem(name);
}
