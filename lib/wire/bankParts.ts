/** What a bank holds at most, for both sides. */
export const BANK = {
  /** Questions of one person, archived ones too. */
  questions: 2000,
  /** Bytes of all their versions, and of all pictures. */
  bytes: 20 * 1024 * 1024,
  pictureBytes: 40 * 1024 * 1024,
  pictures: 300,
  /** Of a file that is read: UTF-16 units, and questions in it. */
  file: 400_000,
  rows: 500,
  /** Columns that are named where they are left out. */
  ignored: 20,
  /** Questions that a list shows at a time. */
  page: 50,
  search: 100,
} as const;

/** Bytes of a body with one question in it. */
export const QUESTION_BODY = 128 * 1024;
/** Bytes of a body with a file in it: up to three for a unit, and what JSON escapes. */
export const FILE_BODY = 1536 * 1024;
