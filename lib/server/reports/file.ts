/** Reports that a browser files: of its own crashes, or by a learner's hand. */
import { recallIssued } from "../attempts/issued";
import { kindOf, type Catalog } from "../catalog";
import { prisma, type Store } from "../database";
import { badBody, unknownKind } from "../http/errors";
import { answerText } from "./crash";
import type { FiledReport, ProblemReport } from "@/lib/wire/play";

/**
 * Files what a browser or a learner reports. Of graded work only one's own can be named, by its token; nothing of the work is
 * answered.
 * @throws ApiError unknown-kind, bad-body, forged-token, foreign-token
 */
export async function fileReport(catalog: Catalog, userId: string, report: ProblemReport, now: number): Promise<FiledReport> {
  if (!kindOf(catalog, report.kind)) throw unknownKind();
  const store = await prisma();
  const workId = report.work === undefined ? null : await workOf(store, catalog, userId, report.kind, report.work);
  const { kind, version, level, phase, byHand } = report;
  const row = await store.report.create({
    data: {
      userId,
      kind,
      version,
      level,
      seed: report.seed ?? null,
      workId,
      phase,
      answer: answerText(report.answer),
      backend: report.backend ?? null,
      build: report.build ?? null,
      message: report.message,
      byHand,
      createdAt: new Date(now),
    },
    select: { id: true },
  });
  return { id: row.id };
}

async function workOf(store: Store, catalog: Catalog, userId: string, kind: string, token: string): Promise<string> {
  const issued = await recallIssued(store, catalog, token, userId);
  if (issued.workId === null)
    throw badBody(
      "work",
      "채점되는 문제의 토큰이어야 해요. 연습은 시드로 가리켜요.",
      "must be the token of a graded instance; practice is named by its seed.",
    );
  if (issued.ref.kind !== kind)
    throw badBody(
      "work",
      `"${kind}"의 문제가 아니라 "${issued.ref.kind}"의 문제예요.`,
      `is an instance of "${issued.ref.kind}", not of "${kind}".`,
    );
  return issued.workId;
}
