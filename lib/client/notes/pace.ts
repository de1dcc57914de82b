/** How long a note's tab waits, in milliseconds, and how much it sends at once. */

/** How long typing is gathered before it is sent, in milliseconds. */
export const GATHER_MS = 300;
/** A composition is sent as one edit when it ends; one that goes on for so long is not waited for. */
export const COMPOSED_MS = 3_000;
/** Between two copies for the time without a network. */
export const SNAPSHOT_MS = 4_000;
/** A number that is missing is waited for so long: it may be on its way. */
export const GAP_MS = 500;
/** Somebody who stops with a letter still open is told of what happens elsewhere in the text after so long. */
export const OPEN_LETTER_MS = 1_000;
/** What is merged into one edit is no longer. */
export const MOST_BYTES = 64 * 1024;
