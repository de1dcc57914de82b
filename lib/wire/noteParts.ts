/** What a note is, for both sides. */

/** The name of the one shared text in a note's Yjs document. */
export const NOTE_TEXT = "text";
/** The longest note, in bytes of UTF-8. */
export const NOTE_BYTES = 64 * 1024;
/** The longest edit, in bytes of Yjs: a whole note that is pasted, and some. */
export const UPDATE_BYTES = 96 * 1024;
/** Notes that one connection listens to. */
export const NOTES_LISTENED = 8;
/** How long somebody counts as here after they were heard of, in milliseconds. */
export const PRESENT_MS = 40_000;
/** Bytes of a body that holds a whole note, with what JSON puts around its characters. */
export const WHOLE_NOTE = 160 * 1024;
