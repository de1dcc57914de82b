/** The gradebook of a cohort, for who teaches it; and a student's own line of it. */
import * as z from "@/lib/challenges/schema";
import { route, type BodyOf, type ReplyOf } from "./route";
import { id } from "./scalars";

/** Shares are of 1. */
const cell = z.object({
  /** As answered by the student's due date, and by now; null where it is not for this student, or was withdrawn. */
  atDue: z.number().nullable(),
  now: z.number().nullable(),
  /** Their own due date has passed; the work was handed in or closed. */
  due: z.boolean(),
  closed: z.boolean(),
  begun: z.boolean(),
  /** An instructor's word. `percent` null: excused. */
  override: z.object({ percent: z.number().nullable(), reason: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
});
export type GradeCell = z.output<typeof cell>;

const assignment = z.object({
  id: z.string(),
  title: z.string(),
  weight: z.number(),
  points: z.number(),
  dueAt: z.string().nullable(),
});

export const readGrades = route({
  method: "GET",
  path: "/cohorts/:id/grades",
  params: z.object({ id }),
  reply: z.object({
    cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), archived: z.boolean() }),
    /** Published ones, what is due first in front. */
    assignments: z.array(assignment),
    /** By name; `cells` in the assignments' order. */
    students: z.array(z.object({ member: z.string(), name: z.string(), cells: z.array(cell) })),
  }),
  access: "user",
});
export type Gradebook = ReplyOf<typeof readGrades>;

/** The same as a table for spreadsheet programs: percents, one line a student, an empty field where nothing counts. */
export const exportGrades = route({
  method: "GET",
  path: "/cohorts/:id/grades/file",
  params: z.object({ id }),
  reply: z.instanceof(Uint8Array),
  file: "text/csv",
  access: "user",
  limit: { name: "note-file", by: "user" },
});

/** An instructor's word in place of what a student's work earned; `override` null takes it back. */
export const overrideGrade = route({
  method: "PUT",
  path: "/cohorts/:id/grades/:assignment/:member",
  params: z.object({ id, assignment: id, member: id }),
  body: z.strictObject({
    override: z
      .strictObject({
        /** Of all its points; null: excused. */
        percent: z.number().min(0).max(200).nullable(),
        reason: z.string().trim().min(1).max(500),
      })
      .nullable(),
  }),
  reply: z.object({ member: z.string() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type Override = NonNullable<BodyOf<typeof overrideGrade>["override"]>;

/** What assignments count beside each other. */
export const weighAssignments = route({
  method: "PUT",
  path: "/cohorts/:id/grades/weights",
  params: z.object({ id }),
  body: z.strictObject({
    weights: z
      .array(z.strictObject({ assignment: id, weight: z.number().int().min(0).max(1000) }))
      .min(1)
      .max(200),
  }),
  reply: z.object({ id: z.string() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** One's own line, as the instructors see it; what is hidden from students until it is due is null here. */
export const readOwnGrades = route({
  method: "GET",
  path: "/classes/:id/grades",
  params: z.object({ id }),
  reply: z.object({
    cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
    assignments: z.array(assignment.extend({ hidden: z.boolean() })),
    cells: z.array(cell),
  }),
  access: "user",
});
export type OwnGrades = ReplyOf<typeof readOwnGrades>;
