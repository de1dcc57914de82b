/** Assignments with work on them, as rows: for what reads them. */
import { freshKey } from "./client";
import type { Database } from "@/lib/server/database/open";

interface Given {
  readonly title?: string;
  readonly weight?: number;
  readonly points?: number;
  readonly dueAt?: Date | null;
  readonly closesAt?: Date | null;
  readonly hideScores?: boolean;
  readonly published?: boolean;
  readonly only?: readonly string[];
}

/** A published assignment of one part; answers its id. */
export async function assignmentRow({ client }: Pick<Database, "client">, cohortId: string, given: Given = {}): Promise<string> {
  const { title = "IoU", weight = 1, points = 10, dueAt = null, closesAt = null, hideScores = false, published = true, only } = given;
  const { id } = await client.assignment.create({
    data: {
      ...{ cohortId, title, weight, dueAt, closesAt, hideScores, createKey: freshKey(), requestHash: "-", forSome: only !== undefined },
      publishedAt: published ? new Date() : null,
      parts: { create: { position: 0, type: "LESSON", points, settings: { type: "lesson", topic: "iou", lesson: "what-is-iou" } } },
      students: { create: (only ?? []).map((memberId) => ({ memberId })) },
    },
  });
  return id;
}

/** What a student earned of an assignment, in points. */
export async function workRow(
  { client }: Database,
  assignmentId: string,
  memberId: string,
  earned: { readonly atDue: number; readonly now: number; readonly closed?: boolean; readonly points?: number },
): Promise<void> {
  const data = {
    points: earned.points ?? 10,
    earnedAtDue: earned.atDue,
    earnedNow: earned.now,
    closedAt: earned.closed ? new Date() : null,
  };
  await client.studentWork.create({ data: { assignmentId, memberId, startedAt: new Date(), ...data } });
}
