/** Reports of instances that went wrong: filed by the code that crashed, or by a learner's hand. */
import { recallIssued } from "../attempts/issued";
import { kindOf, type Catalog } from "../catalog";
import { prisma, type Store } from "../database";
import { buildName } from "../env";
import { badBody, unknownKind } from "../http/errors";
import type { Crash } from "@/lib/challenges/judging";
import type { FiledReport, ProblemReport } from "@/lib/wire/play";

const MESSAGE_LIMIT = 2000;

interface CrashFacts {
  readonly userId: string;
  readonly kind: string;
  readonly version: number;
  readonly level: number;
  readonly seed: string;
  readonly workId: string | null;
  /** Undefined where there was none yet. */
  readonly answer: unknown;
  readonly crash: Crash;
  readonly now: number;
}

/** Files what crashed on the server, once for each instance and phase: sending the same again tells nothing new. */
export async function fileCrash(store: Store, facts: CrashFacts): Promise<void> {
  const { userId, kind, version, level, workId, crash, now } = facts;
  const what = { userId, kind, version, level, seed: workId === null ? facts.seed : null, workId, phase: crash.phase, byHand: false };
  if (await store.report.findFirst({ where: what, select: { id: true } })) return;
  await store.report.create({
    data: {
      ...what,
      answer: answerText(facts.answer),
      backend: "server",
      build: buildName(),
      message: crash.message.slice(0, MESSAGE_LIMIT),
      createdAt: new Date(now),
    },
  });
}

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
  if (issued.workId === null) throw badBody("work", "must be the token of a graded instance; practice is named by its seed");
  if (issued.ref.kind !== kind) throw badBody("work", `is an instance of "${issued.ref.kind}", not of "${kind}"`);
  return issued.workId;
}

const answerText = (answer: unknown): string | null => (answer === undefined ? null : (JSON.stringify(answer) ?? null));
