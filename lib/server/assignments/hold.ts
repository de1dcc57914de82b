/**
 * What is held while something is written to assigned work, always in this order (docs/decisions/0024): the learner's row where their
 * record is written too, the cohort's where its instructors write, the assignment's, the work's.
 */
import { Prisma, type StudentWork } from "../prisma/client";
import type { Transaction } from "../database";

/** Holds an assignment's terms as they are until the transaction ends; others may do the same. Null where it is gone. */
export async function holdTerms(tx: Transaction, assignmentId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ revision: number }[]>(
    Prisma.sql`SELECT "revision" FROM "Assignment" WHERE "id" = ${assignmentId} FOR SHARE`,
  );
  return row?.revision ?? null;
}

/** Holds an assignment for a change: nobody opens or answers anything of it meanwhile. */
export async function holdAssignment(tx: Transaction, assignmentId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "Assignment" WHERE "id" = ${assignmentId} FOR UPDATE`);
}

/** Holds a student's work and reads it. Null where it is gone. */
export async function holdWork(tx: Transaction, workId: string): Promise<StudentWork | null> {
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "StudentWork" WHERE "id" = ${workId} FOR UPDATE`);
  return tx.studentWork.findUnique({ where: { id: workId } });
}
