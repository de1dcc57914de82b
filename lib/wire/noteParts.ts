/** What a note is, for both sides. */

/** The name of the one shared text in a note's Yjs document. */
export const NOTE_TEXT = "text";
/** The longest note, in bytes of UTF-8. */
export const NOTE_BYTES = 64 * 1024;
/** The longest edit, in bytes of Yjs: a whole note that is pasted, and some. */
export const UPDATE_BYTES = 96 * 1024;
/** What all edits of a note may come to as one, in bytes: a note that was edited a hundred times over would be slow to load for everybody. */
export const STATE_BYTES = 2 * 1024 * 1024;
/** Notes that one connection listens to. */
export const NOTES_LISTENED = 8;
/** Groups that one connection listens to. */
export const GROUPS_LISTENED = 8;
/** How long somebody counts as here after they were heard of, in milliseconds. */
export const PRESENT_MS = 40_000;
/** Bytes of a body that holds a whole note, with what JSON puts around its characters. */
export const WHOLE_NOTE = 160 * 1024;

/** The largest file of a picture, in bytes. */
export const PICTURE_BYTES = 5 * 1024 * 1024;
export const PICTURE_PIXELS = 16_000_000;
/** What a picture may be sent as; what it is, its first bytes say. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
