/** Assignments for those who teach the cohort. */
import * as z from "@/lib/challenges/schema";
import { itemSeen, partSettings, standing, terms, termsReply, writtenPart } from "./assignmentParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { id, instant, slug, text } from "./scalars";

const inCohort = z.object({ id });
const one = z.object({ id, assignment: id });

const partReply = z.object({
  id: z.string(),
  points: z.number(),
  settings: partSettings,
  /** Students have begun it: it can be taken out, and stays with them. */
  begun: z.boolean(),
});

export const listAssignments = route({
  method: "GET",
  path: "/cohorts/:id/assignments",
  params: inCohort,
  reply: z.object({
    timeZone: z.string(),
    /** Students in the cohort. */
    students: z.number(),
    assignments: z.array(
      termsReply.extend({
        id: z.string(),
        publishedAt: z.string().nullable(),
        withdrawnAt: z.string().nullable(),
        parts: z.number(),
        points: z.number(),
        /** Students who have begun it, and who have answered every slot. */
        begun: z.number(),
        finished: z.number(),
      }),
    ),
  }),
  access: "user",
});
export type AssignmentList = ReplyOf<typeof listAssignments>;

/**
 * A draft, or published at once. `students` limits it to some; absent: everybody, also who joins later. `review` says of which wrong idea it is
 * a review: of one idea each student has one that is open at most.
 */
export const createAssignment = route({
  method: "POST",
  path: "/cohorts/:id/assignments",
  params: inCohort,
  body: z.strictObject({
    terms,
    parts: z.array(writtenPart).max(20),
    publish: z.boolean(),
    students: z.array(id).min(1).max(1000).optional(),
    review: z.strictObject({ topic: slug, idea: slug }).optional(),
  }),
  bodyBytes: 128 * 1024,
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "assignment", by: "user", made: true },
});
export type NewAssignment = BodyOf<typeof createAssignment>;

export const readAssignment = route({
  method: "GET",
  path: "/cohorts/:id/assignments/:assignment",
  params: one,
  reply: z.object({
    id: z.string(),
    cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), archived: z.boolean() }),
    terms: termsReply,
    revision: z.number(),
    publishedAt: z.string().nullable(),
    withdrawnAt: z.string().nullable(),
    parts: z.array(partReply),
    /** What counts for nobody. */
    voided: z.array(z.object({ item: z.string(), title: text })),
    /** Whom it is for; null: everybody in the cohort. */
    students: z.array(z.string()).nullable(),
    /** A row a student whom it is for, by name. */
    works: z.array(
      z.object({
        member: z.string(),
        name: z.string(),
        timePercent: z.number(),
        extension: z
          .object({ dueAt: z.string().nullable(), closesAt: z.string().nullable(), extraTries: z.number(), reason: z.string() })
          .nullable(),
        standing,
        /** Answers that are late, or later, by their arrival than by when they count for. */
        arrivedLate: z.number(),
      }),
    ),
  }),
  access: "user",
});
export type AssignmentHome = ReplyOf<typeof readAssignment>;

/**
 * All of its terms and parts at once, over the revision that was read; `publish` makes a draft visible, `withdraw` ends it for all.
 * What students have begun keeps its settings: a part whose settings change is taken out, and a new one put in.
 */
export const changeAssignment = route({
  method: "PUT",
  path: "/cohorts/:id/assignments/:assignment",
  params: one,
  body: z.strictObject({
    revision: z.number().int().min(0),
    terms,
    parts: z.array(writtenPart).max(20),
    state: z.enum(["draft", "published", "withdrawn"]),
  }),
  bodyBytes: 128 * 1024,
  reply: z.object({ id: z.string(), revision: z.number() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
export type ChangedAssignment = BodyOf<typeof changeAssignment>;

/** Only of an assignment that nobody has begun; one that was begun is withdrawn. */
export const deleteAssignment = route({
  method: "DELETE",
  path: "/cohorts/:id/assignments/:assignment",
  params: one,
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** A student's own terms; all null and 0 takes them away. */
export const setExtension = route({
  method: "PUT",
  path: "/cohorts/:id/assignments/:assignment/students/:member/extension",
  params: one.extend({ member: id }),
  body: z.strictObject({
    dueAt: instant.nullable(),
    closesAt: instant.nullable(),
    extraTries: z.number().int().min(0).max(20),
    reason: z.string().trim().max(500),
  }),
  reply: z.object({ member: z.string() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** One factor of extra time for a student, in percent: it multiplies every limit of the cohort, also those that run. */
export const setTimePercent = route({
  method: "PUT",
  path: "/cohorts/:id/members/:member/time",
  params: z.object({ id, member: id }),
  body: z.strictObject({ percent: z.number().int().min(100).max(400) }),
  reply: z.object({ member: z.string(), percent: z.number() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Ends a student's work, or everybody's (no member): what is saved is graded as it is. */
export const closeWorks = route({
  method: "POST",
  path: "/cohorts/:id/assignments/:assignment/close",
  params: one,
  body: z.strictObject({ member: id.optional() }),
  reply: z.object({ closed: z.number(), graded: z.number() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** What a student did, slot by slot, as they saw it: answers, verdicts and, of each, the instance for the replay. */
export const readStudentWork = route({
  method: "GET",
  path: "/cohorts/:id/assignments/:assignment/students/:member",
  params: one.extend({ member: id }),
  reply: z.object({
    /** Null where it is shown without a name. */
    name: z.string().nullable(),
    standing,
    items: z.array(
      z.object({
        id: z.string(),
        part: z.string(),
        slot: z.number(),
        try: z.number(),
        item: z.string(),
        score: z.number().nullable(),
        misconceptions: z.array(z.string()),
        lateDays: z.number(),
        voided: z.boolean(),
        openedAt: z.string(),
        /** When it counts for: the browser's word, as far as the server vouches for it. */
        answeredAt: z.string().nullable(),
        /** When it came, by the server's clock; null for what is older than that was kept. */
        arrivedAt: z.string().nullable(),
        /** By its arrival it would be late, or later. */
        arrivedLate: z.boolean(),
      }),
    ),
  }),
  access: "user",
});
export type StudentWorkSeen = ReplyOf<typeof readStudentWork>;

/** One answer of a student with its instance, truth and all. Without a name: also for the projector. */
export const readItem = route({
  method: "GET",
  path: "/cohorts/:id/items/:item",
  params: z.object({ id, item: id }),
  reply: itemSeen,
  access: "user",
});
export type ItemSeen = ReplyOf<typeof readItem>;

/** Whom a change of scores concerns: points now, of how many, before and after. */
const changed = z.object({
  member: z.string(),
  name: z.string(),
  before: z.object({ now: z.number(), points: z.number() }),
  after: z.object({ now: z.number(), points: z.number() }),
});

/**
 * An item of the assignment (a kind or a question, by the name of `item`), or one student's one try, counts for nobody; `voided` false takes
 * that back. Not applied it says what it would change, and writes nothing.
 */
export const voidItem = route({
  method: "POST",
  path: "/cohorts/:id/assignments/:assignment/void",
  params: one,
  body: z.strictObject({
    what: z.union([z.strictObject({ item: z.string().min(1).max(200) }), z.strictObject({ try: id })]),
    voided: z.boolean(),
    reason: z.string().trim().min(1).max(500),
    apply: z.boolean(),
  }),
  reply: z.object({ applied: z.boolean(), items: z.number(), students: z.array(changed) }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type VoidedItem = ReplyOf<typeof voidItem>;

/**
 * Judges the answers to an item of the assignment again, by today's rules; what was graded first stays beside it. Nobody loses by it unless
 * `mode` is "exact". Not applied it says what it would change, and writes nothing.
 */
export const regradeItem = route({
  method: "POST",
  path: "/cohorts/:id/assignments/:assignment/regrade",
  params: one,
  body: z.strictObject({ item: z.string().min(1).max(200), mode: z.enum(["keep-higher", "exact"]), apply: z.boolean() }),
  reply: z.object({
    applied: z.boolean(),
    items: z.number(),
    rises: z.number(),
    falls: z.number(),
    /** Would fall and are kept as they were. */
    kept: z.number(),
    /** Of which nothing can be said today: the question or its version is gone, or its rules do not take the answer. */
    unsaid: z.number(),
    students: z.array(changed),
  }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type RegradedItem = ReplyOf<typeof regradeItem>;
