/** What a note is, for both sides. */

/** The name of the one shared text in a note's Yjs document. */
export const NOTE_TEXT = "text";
/** The longest note, in bytes of UTF-8. */
export const NOTE_BYTES = 64 * 1024;
/** Bytes of a body that holds a whole note, with what JSON puts around its characters. */
export const WHOLE_NOTE = 160 * 1024;
