/**
 * The bank of questions that somebody writes. It is its owner's alone: to everybody else a question does not exist. Who teaches, or may
 * make classes, writes; reading what is one's own needs no office.
 */
import { contentSchema, KINDS } from "@/lib/bank/content";
import * as z from "@/lib/challenges/schema";
import { BANK, FILE_BODY, QUESTION_BODY } from "./bankParts";
import { PICTURE_BYTES, PICTURE_TYPES } from "./noteParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { id, language, slug, text } from "./scalars";

const kind = z.enum(KINDS);
const flag = z.enum(["yes", "no"]);

const listed = z.object({
  id: z.string(),
  kind,
  /** May be empty: then the prompt stands for it. */
  title: z.string(),
  /** The beginning of the prompt. */
  prompt: text,
  topic: z.string().nullable(),
  /** Misconceptions, as "topic/misconception". */
  slips: z.array(z.string()),
  /** Languages in which something is not written yet. */
  missing: z.array(language),
  version: z.number(),
  archived: z.boolean(),
  /** Whether a quiz has pinned it. */
  used: z.boolean(),
  updatedAt: z.string(),
});
export type ListedQuestion = z.output<typeof listed>;

/** One's own questions, the latest saved first. */
export const listBank = route({
  method: "GET",
  path: "/bank/questions",
  query: z.object({
    search: z.string().max(BANK.search).optional(),
    topic: slug.optional(),
    slip: z
      .string()
      .max(130)
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
      .optional(),
    kind: kind.optional(),
    /** Those in the archive instead. */
    archived: flag.optional(),
    /** The last one that was shown: those behind it. */
    after: id.optional(),
  }),
  reply: z.object({
    /** Whether one may write questions. */
    mayWrite: z.boolean(),
    questions: z.array(listed),
    /** How many there are that fit, on all pages. */
    count: z.number(),
    after: z.string().nullable(),
  }),
  access: "user",
});
export type BankList = ReplyOf<typeof listBank>;

const saved = z.object({ id: z.string(), version: z.number() });

export const addQuestion = route({
  method: "POST",
  path: "/bank/questions",
  body: z.strictObject({ content: contentSchema }),
  bodyBytes: QUESTION_BODY,
  reply: saved.extend({ repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

export const readQuestion = route({
  method: "GET",
  path: "/bank/questions/:id",
  params: z.object({ id }),
  reply: z.object({
    id: z.string(),
    version: z.number(),
    content: contentSchema,
    archived: z.boolean(),
    used: z.boolean(),
    mayWrite: z.boolean(),
    /** The latest first. */
    versions: z.array(z.object({ version: z.number(), createdAt: z.string() })),
  }),
  access: "user",
});
export type BankQuestionRead = ReplyOf<typeof readQuestion>;

/** Saves a new version over `base`, the one that was read. What is the same as the latest makes none. */
export const saveQuestion = route({
  method: "PUT",
  path: "/bank/questions/:id",
  params: z.object({ id }),
  body: z.strictObject({ base: z.number().int().min(1).max(1_000_000), content: contentSchema }),
  bodyBytes: QUESTION_BODY,
  reply: saved,
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type QuestionSave = BodyOf<typeof saveQuestion>;

export const readQuestionVersion = route({
  method: "GET",
  path: "/bank/questions/:id/versions/:version",
  params: z.object({ id, version: z.string().regex(/^[1-9]\d{0,6}$/) }),
  reply: z.object({ version: z.number(), content: contentSchema, createdAt: z.string() }),
  access: "user",
});

export const archiveQuestion = route({
  method: "PATCH",
  path: "/bank/questions/:id",
  params: z.object({ id }),
  body: z.strictObject({ archived: z.boolean() }),
  reply: z.object({ id: z.string(), archived: z.boolean() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Deletes a question; one that a quiz has pinned is archived instead. */
export const dropQuestion = route({
  method: "DELETE",
  path: "/bank/questions/:id",
  params: z.object({ id }),
  reply: z.object({ id: z.string(), archived: z.boolean() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** A file as it was read by the browser. */
const file = z.strictObject({
  format: z.enum(["gift", "csv"]),
  text: z.string().min(1).max(BANK.file),
  /** Of texts in it that do not say theirs. */
  language,
});

const row = z.object({
  /** Of the file, from 1. */
  line: z.number(),
  kind: kind.nullable(),
  /** What it is called, or how it begins. */
  said: z.string(),
  faults: z.array(z.object({ line: z.number(), text })),
  /** What works and is probably not meant. */
  doubts: z.array(text),
});
export type BankRow = z.output<typeof row>;

/** Says of each question in a file what is wrong with it. Writes nothing. */
export const checkBankFile = route({
  method: "POST",
  path: "/bank/imports/check",
  body: file,
  bodyBytes: FILE_BODY,
  reply: z.object({
    rows: z.array(row),
    /** Columns of a table that hold something and are not read. */
    ignored: z.array(z.string()),
  }),
  access: "user",
  limit: { name: "write", by: "user" },
});
export type BankCheck = ReplyOf<typeof checkBankFile>;

/** Takes every question of a file, or none. */
export const importBankFile = route({
  method: "POST",
  path: "/bank/imports",
  body: file,
  bodyBytes: FILE_BODY,
  reply: z.object({ made: z.number(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

const bytes = z.instanceof(Uint8Array);

/** Every question that is not archived. `language`: of texts that stand without a mark of theirs. */
export const exportGift = route({
  method: "GET",
  path: "/bank/gift/:language",
  params: z.object({ language }),
  reply: bytes,
  file: "text/plain",
  access: "user",
  limit: { name: "note-file", by: "user" },
});
export const exportXml = route({
  method: "GET",
  path: "/bank/xml/:language",
  params: z.object({ language }),
  reply: bytes,
  file: "application/xml",
  access: "user",
  limit: { name: "note-file", by: "user" },
});
export const exportCsv = route({
  method: "GET",
  path: "/bank/csv",
  reply: bytes,
  file: "text/csv",
  access: "user",
  limit: { name: "note-file", by: "user" },
});

/** A picture for questions. The body is the file itself; the same file again is the picture that is there. */
export const addBankPicture = route({
  method: "POST",
  path: "/bank/pictures",
  upload: { types: PICTURE_TYPES, most: PICTURE_BYTES },
  reply: z.object({ id: z.string(), width: z.number(), height: z.number(), repeated: z.boolean() }),
  access: "user",
  limit: { name: "picture", by: "user" },
});
export type AddedPicture = ReplyOf<typeof addBankPicture>;

export const readBankPicture = route({
  method: "GET",
  path: "/bank/pictures/:picture",
  params: z.object({ picture: id }),
  reply: bytes,
  file: "image/webp",
  access: "user",
});
