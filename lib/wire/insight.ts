/** What a class's answers say, for those who teach it. Every figure travels with its interval, its number of students and how it is computed. */
import * as z from "@/lib/challenges/schema";
import { partSettings } from "./assignmentParts";
import { route, type ReplyOf } from "./route";
import { id, text } from "./scalars";

const inCohort = z.object({ id });
/** What is asked, as statistics pool it: "kind:nms-survivors:2". */
const itemName = z
  .string()
  .max(200)
  .regex(/^(kind|question|bank):[A-Za-z0-9_:/-]+$/);

const figure = z.object({
  value: z.number().nullable(),
  /** 95 %, in the unit of the value. */
  interval: z.tuple([z.number(), z.number()]).readonly().nullable(),
  n: z.number(),
  few: z.boolean(),
  how: z.array(text).readonly(),
});
export type FigureSeen = z.output<typeof figure>;
const bucket = z.enum(["struggling", "on-track", "excelling", "not-enough-information"]);

export const readInsight = route({
  method: "GET",
  path: "/cohorts/:id/insight",
  params: inCohort,
  reply: z.object({
    name: z.string(),
    /** When it was read. */
    at: z.string(),
    timeZone: z.string(),
    students: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        bucket,
        reasons: z.array(z.object({ id: z.string(), text, n: z.number() })),
        answers: z.number(),
        lastAt: z.string().nullable(),
        /** By topic: mean of the last first answers, and how many first answers there were. */
        cells: z.array(z.object({ topic: z.string(), score: z.number(), n: z.number() })),
      }),
    ),
    topics: z.array(z.object({ id: z.string(), title: text, score: figure })),
    weeks: z.array(z.object({ week: z.string(), answers: z.number(), score: figure })),
    plan: z.array(
      z.object({
        minutes: z.number(),
        text,
        about: z.union([
          z.object({ type: z.literal("idea"), topic: z.string(), idea: z.string() }),
          z.object({ type: z.literal("item"), item: z.string() }),
          z.object({ type: z.literal("people") }),
        ]),
      }),
    ),
  }),
  access: "user",
});
export type Insight = ReplyOf<typeof readInsight>;

export const readMisconceptions = route({
  method: "GET",
  path: "/cohorts/:id/insight/misconceptions",
  params: inCohort,
  reply: z.object({
    at: z.string(),
    timeZone: z.string(),
    students: z.number(),
    ideas: z.array(
      z.object({
        topic: z.string(),
        idea: z.string(),
        title: text,
        claim: text,
        correction: text,
        holders: z.array(z.object({ id: z.string(), name: z.string(), since: z.string() })),
        /** Showed it, and never so that they were taken to hold it. */
        unsure: z.number(),
        since: z.string(),
        lastAt: z.string(),
        came: z.number(),
        went: z.number(),
        share: figure,
        /** Answers that show it: ids for `readItem`. */
        evidence: z.array(z.string()),
        /** What a review of it is made of; empty where nothing asks about it. */
        review: z.array(partSettings),
        /** Reviews of it that are open, and who has them. */
        reviews: z.array(z.object({ id: z.string(), dueAt: z.string().nullable(), students: z.array(z.string()) })),
      }),
    ),
  }),
  access: "user",
});
export type Misconceptions = ReplyOf<typeof readMisconceptions>;

/** Of one assignment, or of all that the class was given. */
export const listItems = route({
  method: "GET",
  path: "/cohorts/:id/insight/items",
  params: inCohort,
  query: z.object({ assignment: id.optional() }),
  reply: z.object({
    at: z.string(),
    assignments: z.array(z.object({ id: z.string(), title: z.string() })),
    assignment: z.string().nullable(),
    /** Over students who met every item. */
    whole: z.object({
      n: z.number(),
      mean: z.number().nullable(),
      deviation: z.number().nullable(),
      consistency: figure,
      errorRatio: z.number().nullable(),
    }),
    items: z.array(
      z.object({
        item: z.string(),
        title: text,
        topic: z.string().nullable(),
        facility: figure,
        discrimination: figure,
        flags: z.array(z.object({ id: z.string(), reason: text, n: z.number() })),
      }),
    ),
  }),
  access: "user",
});
export type ItemList = ReplyOf<typeof listItems>;

export const readItemFigures = route({
  method: "GET",
  path: "/cohorts/:id/insight/item",
  params: inCohort,
  query: z.object({ item: itemName }),
  reply: z.object({
    at: z.string(),
    item: z.string(),
    title: text,
    topic: z.string().nullable(),
    facility: figure,
    /** Of the marks, in percent. */
    deviation: z.number().nullable(),
    discrimination: figure,
    efficiency: figure,
    weight: figure,
    itemTotal: z.number().nullable(),
    /** What the bands measure; null where there are none. */
    measure: text.nullable(),
    bands: z.array(z.object({ band: z.string(), facility: figure, hard: z.boolean() })),
    options: z.array(z.object({ option: z.string(), text, right: z.boolean(), share: figure, implausible: z.boolean() })),
    time: z.object({ n: z.number(), quartiles: z.tuple([z.number(), z.number(), z.number()]).readonly().nullable() }),
    flags: z.array(z.object({ id: z.string(), reason: text, n: z.number() })),
    /** Assignments with an answer to it, the latest first, and whether it counts for nobody there. */
    works: z.array(z.object({ id: z.string(), title: z.string(), voided: z.boolean() })),
  }),
  access: "user",
});
export type ItemFigures = ReplyOf<typeof readItemFigures>;

/** Answers behind a figure, the latest first, fifty at a time. What is named narrows them. */
export const listTries = route({
  method: "GET",
  path: "/cohorts/:id/insight/tries",
  params: inCohort,
  query: z.object({
    item: itemName.optional(),
    band: z.string().max(40).optional(),
    member: id.optional(),
    topic: z.string().max(64).optional(),
    idea: z.string().max(64).optional(),
    /** The id of the row that the page before ended with. */
    after: id.optional(),
  }),
  reply: z.object({
    tries: z.array(
      z.object({
        id: z.string(),
        member: z.string(),
        name: z.string(),
        item: z.string(),
        title: text,
        try: z.number(),
        band: z.string().nullable(),
        score: z.number(),
        misconceptions: z.array(z.string()),
        answeredAt: z.string(),
      }),
    ),
    /** For `after`; null at the end. */
    next: z.string().nullable(),
  }),
  access: "user",
});
export type TryList = ReplyOf<typeof listTries>;
