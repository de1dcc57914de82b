/** What several routes of assignments say: what there is to do in one, and how a student's work on it stands. */
import * as z from "@/lib/challenges/schema";
import { id, level, slug } from "./scalars";
import { visibleText } from "./visible";

/** Parts of an assignment, slots of a part, questions that a quiz draws from, and assignments of a cohort. */
export const ASSIGNMENT_MAX = { parts: 20, slots: 40, pool: 200, assignments: 200, minutes: 24 * 60, tries: 20 } as const;

/** UTF-16 units of an assignment's title. */
export const TITLE_MAX = 120;
export const assignmentTitle = z
  .string()
  .trim()
  .min(1)
  .max(TITLE_MAX)
  .refine((text) => text === visibleText(text), { params: { fault: "hidden" } });
/** Markdown, as in notes. */
const aboutText = z.string().max(4000);

/** How often a slot may be answered; each try draws anew, and the best one counts. */
const tries = z.number().int().min(1).max(ASSIGNMENT_MAX.tries);

/** Lessons count once their last step was reached while the assignment was open. */
const lessonPart = z.strictObject({ type: z.literal("lesson"), topic: slug, lesson: slug });
/** `count` instances of a kind, drawn for each student, one a slot. */
const challengePart = z.strictObject({
  type: z.literal("challenge"),
  kind: slug,
  level,
  count: z.number().int().min(1).max(ASSIGNMENT_MAX.slots),
  tries,
});
/** A question of a topic, or one that an instructor wrote, in the version that was pinned when it was put in. */
export const questionRef = z.union([
  z.strictObject({ topic: slug, question: slug }),
  z.strictObject({ bank: id, version: z.number().int().min(1) }),
]);
export type QuestionRef = z.output<typeof questionRef>;
const quizPart = z.strictObject({
  type: z.literal("quiz"),
  /** Named one by one, or drawn from a pool: topics' own questions that fit one of the misconceptions, where any are named. */
  from: z.union([
    z.strictObject({ questions: z.array(questionRef).min(1).max(ASSIGNMENT_MAX.slots) }),
    z.strictObject({
      /** Empty where all of it is an instructor's own; students are told neither questions nor pool. */
      topics: z.array(slug).max(40),
      misconceptions: z.array(slug).max(40),
      /** Of an instructor's own questions, in with the topics'. */
      bank: z.array(z.strictObject({ bank: id, version: z.number().int().min(1) })).max(ASSIGNMENT_MAX.pool),
      count: z.number().int().min(1).max(ASSIGNMENT_MAX.slots),
    }),
  ]),
  /** Everybody gets the same questions with the same numbers, or each their own. */
  same: z.boolean(),
  /** A verdict after each answer, or all together once the quiz is handed in. */
  feedback: z.enum(["each", "end"]),
  tries,
});
/** A simulation as a link of ours opens it, with controls that are not shown. It counts once the student says what they saw. */
const simulationPart = z.strictObject({
  type: z.literal("simulation"),
  topic: slug,
  /** The address's query, as the simulation writes it. */
  state: z.string().max(1000),
  /** Names of the state's own knobs that the student does not get. */
  hidden: z.array(z.string().min(1).max(40)).max(20),
  /** What to look for. */
  task: z.string().trim().min(1).max(1000),
});
export const partSettings = z.union([lessonPart, challengePart, quizPart, simulationPart]);
export type PartSettings = z.output<typeof partSettings>;
export type PartOf<T extends PartSettings["type"]> = Extract<PartSettings, { readonly type: T }>;

/** A part as it is written: with the id of one that is there already, or null for a new one. */
export const writtenPart = z.strictObject({
  id: id.nullable(),
  /** What all of it counts. */
  points: z.number().int().min(1).max(1000),
  settings: partSettings,
});
export type WrittenPart = z.output<typeof writtenPart>;

/** The terms of an assignment. Moments are `instant`s; null as the schema of the database says. */
const moment = z.iso.datetime().nullable();
export const terms = z.strictObject({
  title: assignmentTitle,
  about: aboutText,
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  latePercent: z.number().int().min(0).max(100),
  minutes: z.number().int().min(1).max(ASSIGNMENT_MAX.minutes).nullable(),
  hideScores: z.boolean(),
  weight: z.number().int().min(0).max(1000),
});
export type Terms = z.output<typeof terms>;

/** Terms as they come back. */
export const termsReply = z.object({
  title: z.string(),
  about: z.string(),
  opensAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  latePercent: z.number(),
  minutes: z.number().nullable(),
  hideScores: z.boolean(),
  weight: z.number(),
});

/** How a student's work on an assignment stands. Points are of `points`, the sum of the parts'. */
export const standing = z.object({
  /** "open" while something is taken, "late" when it is past the due date, "timed-out" when the student's own minutes are over. */
  state: z.enum(["not-open", "not-begun", "open", "late", "handed-in", "closed"]),
  startedAt: z.string().nullable(),
  /** The student's own: extension and extra time are in it. */
  dueAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  done: z.number(),
  slots: z.number(),
  points: z.number(),
  /** Null while scores are hidden from who asks. */
  atDue: z.number().nullable(),
  now: z.number().nullable(),
  /** An instructor's word in place of the points, in percent. */
  override: z.number().nullable(),
  lateDays: z.number(),
});
export type WorkStanding = z.output<typeof standing>;

/** One answer with its instance, truth and all. */
export const itemSeen = z.object({
  id: z.string(),
  item: z.string(),
  version: z.number(),
  level: z.number().nullable(),
  /** Of a challenge `{ view, truth }` of its kind; of a question the same of its form; null for lessons and simulations. */
  instance: z.unknown(),
  answer: z.unknown(),
  score: z.number().nullable(),
  misconceptions: z.array(z.string()),
  answeredAt: z.string().nullable(),
});
