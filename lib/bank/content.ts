/**
 * What an instructor's question consists of: one schema, for the editor, the server and what is read from files. Data alone; nothing of it
 * is ever run. Texts are Markdown with formulas (room markdown), in both languages; one may be empty, and `missingLanguages` says which.
 */
import * as z from "@/lib/challenges/schema";

/** The most of everything. Lengths are UTF-16 units. */
export const LIMITS = {
  title: 200,
  category: 300,
  idNumber: 100,
  tag: 50,
  tags: 20,
  prompt: 8000,
  explanation: 4000,
  item: 1000,
  feedback: 1000,
  caption: 1000,
  unit: 20,
  short: 200,
  options: { least: 2, most: 10 },
  answers: { least: 1, most: 20 },
  items: { least: 3, most: 10 },
  pairs: { least: 2, most: 10 },
  /** With the partners of pairs. */
  rights: 15,
  regions: { least: 1, most: 12 },
  value: 1e12,
  /** Digits behind the point. */
  decimals: 6,
  /** Of a picture, in pixels. */
  side: 10_000,
} as const;

/** "topic/misconception": ids alone are unique within a topic only. */
const misconception = z
  .string()
  .max(130)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  .nullable();

const text = (most: number) => z.strictObject({ ko: z.string().max(most), en: z.string().max(most) });
const credit = z.number().min(-100).max(100);
const value = z.number().min(-LIMITS.value).max(LIMITS.value);
const side = z.number().min(0).max(LIMITS.side);

const base = {
  /** What its author calls it; students do not see it. May be empty. */
  title: z.string().max(LIMITS.title),
  /** "course/chapter", as question banks elsewhere sort theirs. May be empty. */
  category: z.string().max(LIMITS.category),
  /** Its name in another system. May be empty. */
  idNumber: z.string().max(LIMITS.idNumber),
  tags: z.array(z.string().max(LIMITS.tag)).max(LIMITS.tags),
  topic: z
    .string()
    .max(64)
    .regex(/^[a-z0-9-]+$/)
    .nullable(),
  prompt: text(LIMITS.prompt),
  /** Shown after answering. May be empty. */
  explanation: text(LIMITS.explanation),
};

const judged = { credit, misconception, feedback: text(LIMITS.feedback) };
const option = z.strictObject({ text: text(LIMITS.item), ...judged });
const options = z.array(option).max(LIMITS.options.most);
const numericAnswer = z.strictObject({ value, tolerance: z.number().min(0).max(LIMITS.value), ...judged });
const shortAnswer = z.strictObject({ said: z.string().max(LIMITS.short), ...judged });
const pair = z.strictObject({ left: text(LIMITS.item), right: text(LIMITS.item) });
const region = z.strictObject({ box: z.tuple([side, side, side, side]), right: z.boolean(), misconception });

const single = z.strictObject({ kind: z.literal("single"), ...base, options });
const multiple = z.strictObject({ kind: z.literal("multiple"), ...base, options });
const numeric = z.strictObject({
  kind: z.literal("numeric"),
  ...base,
  answers: z.array(numericAnswer).max(LIMITS.answers.most),
  unit: text(LIMITS.unit),
  /** Said to every answer that fits none. */
  otherwise: text(LIMITS.feedback),
});
const short = z.strictObject({
  kind: z.literal("short"),
  ...base,
  answers: z.array(shortAnswer).max(LIMITS.answers.most),
  caseSensitive: z.boolean(),
});
const order = z.strictObject({
  kind: z.literal("order"),
  ...base,
  /** In the right order. */
  items: z.array(text(LIMITS.item)).max(LIMITS.items.most),
  ends: z.strictObject({ first: text(LIMITS.unit * 3), last: text(LIMITS.unit * 3) }),
  /** Held by whoever gives exactly the reverse. */
  reversed: misconception,
});
const match = z.strictObject({
  kind: z.literal("match"),
  ...base,
  pairs: z.array(pair).max(LIMITS.pairs.most),
  /** Partners of nothing. */
  extra: z.array(text(LIMITS.item)).max(LIMITS.rights),
  /** Wrong pairs by name: the i-th left thing with the j-th of all partners, those of pairs first. */
  wrong: z
    .array(z.strictObject({ left: z.number().int().min(0).max(20), right: z.number().int().min(0).max(40), misconception }))
    .max(LIMITS.answers.most),
});
const hotspot = z.strictObject({
  kind: z.literal("hotspot"),
  ...base,
  /** Null until one was brought. */
  picture: z
    .strictObject({
      id: z
        .string()
        .max(40)
        .regex(/^[a-z0-9]+$/),
      width: side,
      height: side,
    })
    .nullable(),
  /** What the picture shows, for who cannot see it. */
  caption: text(LIMITS.caption),
  regions: z.array(region).max(LIMITS.regions.most),
});
/** An answer in prose, which nobody grades here, and a text that asks nothing: kept as they came, not asked yet. */
const essay = z.strictObject({ kind: z.literal("essay"), ...base });
const description = z.strictObject({ kind: z.literal("description"), ...base });

export const contentSchema = z.union([single, multiple, numeric, short, order, match, hotspot, essay, description]);

export type Content = z.output<typeof contentSchema>;
export type Kind = Content["kind"];
export type ContentOf<K extends Kind> = Extract<Content, { kind: K }>;
export type Option = z.output<typeof option>;
export type NumericAnswer = z.output<typeof numericAnswer>;
export type ShortAnswer = z.output<typeof shortAnswer>;
export type Region = z.output<typeof region>;

export const KINDS = ["single", "multiple", "numeric", "short", "order", "match", "hotspot", "essay", "description"] as const;
