/** The single values that more than one route speaks of. */
import * as z from "@/lib/challenges/schema";
import { normaliseEmail } from "./email";
import { visibleText } from "./visible";

/** Ids of rows, as they come back in paths and bodies. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** Ids of cards, reviews and attempts inside a body. */
export const rowId = z.string().min(1).max(64);
/** How often a card was reviewed before. */
export const draw = z.number().int().min(0).max(1_000_000);
export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
/** Ids of topics, kinds, questions and options: their folders' and files' own. */
export const slug = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** What is said in both languages. */
export const text = z.object({ ko: z.string(), en: z.string() });
export const language = z.enum(["ko", "en"]);
export const role = z.enum(["student", "instructor", "admin"]);
/** IANA zone names only; the server checks it against Intl. */
export const timeZone = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/);
/** The latest hour after midnight at which a learner's day may begin. */
export const LATEST_DAY_START = 6;
export const dayStart = z.number().int().min(0).max(LATEST_DAY_START);
/** Names: 1–40 characters, each of which can be seen. */
export const displayName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((text) => text === visibleText(text), { params: { fault: "hidden" } });
/** Names of groups: 1–60 characters, each of which can be seen. */
export const groupName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => text === visibleText(text), { params: { fault: "hidden" } });
/** Titles of notes: 1–120 characters, each of which can be seen. */
export const noteTitle = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((text) => text === visibleText(text), { params: { fault: "hidden" } });
/** A calendar day that exists, as YYYY-MM-DD. */
export const calendarDay = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d$/)
  .refine((text) => !isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text));
/** An address that mail could reach, in any spelling. */
export const emailAddress = z
  .string()
  .min(3)
  .max(254)
  .refine((text) => normaliseEmail(text) !== null, { params: { fault: "email" } });
/** A password that is chosen. That it cannot be guessed, the server judges. */
export const newPassword = z.string().min(10).max(200);
/** A password as somebody types it to prove who they are. */
export const typedPassword = z.string().min(1).max(200);
/** What is typed to have an account erased where there is no password to ask for: in either language, whichever the page shows. */
export const ERASE_WORDS = { ko: "삭제", en: "delete" } as const;
/** How a review felt: 1 again, 2 hard, 3 good, 4 easy. */
export const rating = z.number().int().min(1).max(4);
/** Idempotency keys: 16–64 characters of URL-safe text (a UUID or ULID). Sent as a header (`HEADERS` of route.ts). */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
/** A moment as `toISOString` writes it. */
export const instant = z.iso.datetime();
