/** Whether this tab hears at once what happens (`stream.ts`); where it does not, whoever shows something has to look now and then. */
let on = false;

export const hears = (): boolean => on;
export const setHears = (next: boolean): void => {
  on = next;
};

/** The inbox among groups. */
export const INBOX = "inbox";
