/** What the rollup adds to a submission: the same submissions with and without it, in turn, of students with a history. */
import { POST as submit } from "@/app/api/v1/attempts/route";
import { POST as answerItem } from "@/app/api/v1/work/items/[item]/route";
import { services } from "@/app/api/services";
import { seeded } from "@/lib/engine/random";
import { kinds } from "@/content/_generated/kinds";
import { solutionOf, type DrawnQuestion } from "@/lib/questions";
import { createAssignment } from "@/lib/server/assignments/create";
import { openSlot } from "@/lib/server/assignments/open";
import { sessionCookie, startSession } from "@/lib/server/auth";
import { freshKey, Visitor } from "@/tests/server/setup/client";
import { demand } from "../timing";
import { quantile } from "./measure";
import { rollup } from "./switched";
import type { Database } from "@/lib/server/database/open";

const KIND = "nms-survivors";
const LEVEL = 2;
const SLOTS = 10;
const QUICK = 0.1;

export interface RollupCost {
  readonly database: Database["kind"];
  readonly what: "challenge" | "question";
  readonly n: number;
  /** Milliseconds. */
  readonly without: number;
  readonly with: number;
  /** Of two thousand times that as many were drawn again of these, 95 % had between this and that much more with it than without, in shares. */
  readonly between: readonly [number, number];
  /** The quickest tenth ended within, without and with: what a busy machine disturbed least. */
  readonly quickest: readonly [number, number];
}

const DRAWN_AGAIN = 2_000;

/** The 95 % interval of how much more the median is with the rollup than without, by the bootstrap (Efron, 1979). */
function spread(off: readonly number[], on: readonly number[]): [number, number] {
  const random = seeded("rollup");
  const again = (times: readonly number[]) =>
    quantile(
      times.map(() => random.pick(times)),
      0.5,
    );
  const shares = Array.from({ length: DRAWN_AGAIN }, () => again(on) / again(off) - 1);
  return [quantile(shares, 0.025), quantile(shares, 0.975)];
}

/** @param instructor of the class @param students how many of the class take part */
export async function measureRollup(open: Database, cohort: string, instructor: string, students: number): Promise<RollupCost[]> {
  const { client } = open;
  const about = {
    title: "Rollup",
    about: "",
    opensAt: null,
    dueAt: null,
    closesAt: null,
    latePercent: 0,
    minutes: null,
    hideScores: false,
    weight: 1,
  };
  const topic = Object.keys(services.catalog.questions).find((id) => services.catalog.questions[id].length >= SLOTS) ?? "nms";
  const from = { questions: services.catalog.questions[topic].slice(0, SLOTS).map(({ id }) => ({ topic, question: id })) };
  const parts = [
    { id: null, points: 10, settings: { type: "challenge", kind: KIND, level: LEVEL, count: SLOTS, tries: 1 } },
    { id: null, points: 10, settings: { type: "quiz", from, same: true, feedback: "each", tries: 1 } },
  ] as const;
  const body = { terms: about, parts: [...parts], publish: true };
  const { id: assignment } = await createAssignment(services.catalog, instructor, cohort, freshKey(), body as never, Date.now());
  const [challenge, quiz] = await client.assignmentPart.findMany({ where: { assignmentId: assignment }, orderBy: { position: "asc" } });
  const people = await client.cohortMember.findMany({
    where: { cohortId: cohort, role: "STUDENT" },
    take: students,
    orderBy: { id: "asc" },
  });
  const times = { challenge: { on: [] as number[], off: [] as number[] }, question: { on: [] as number[], off: [] as number[] } };
  for (const [nth, { userId }] of people.entries()) {
    const visitor = new Visitor();
    visitor.cookie = (await sessionCookie(await startSession(client, userId, "bench", Date.now()))).split(";")[0];
    for (let slot = 0; slot < from.questions.length; slot++)
      for (const [what, part] of [
        ["challenge", challenge],
        ["question", quiz],
      ] as const) {
        const opened = await openSlot(services, userId, { assignment, part: part.id, slot: String(slot) }, Date.now());
        const row = await client.assignedItem.findUniqueOrThrow({ where: { id: opened.id }, include: { issued: true } });
        // No place of the work is always with it or always without.
        rollup.on = (slot + nth) % 2 === 0;
        const key = freshKey();
        const [handler, sending] =
          opened.what.type === "challenge"
            ? [submit, { body: { token: opened.what.instance.token, answer: kinds[KIND].solution(row.issued?.seed ?? "", LEVEL) }, key }]
            : [
                answerItem,
                { params: { item: opened.id }, body: { answer: solutionOf(JSON.parse(row.instance ?? "") as DrawnQuestion) }, key },
              ];
        const begun = performance.now();
        const { status, json } = await visitor.send(handler, sending);
        times[what][rollup.on ? "on" : "off"].push(performance.now() - begun);
        demand(status === 201 || status === 200, `a ${what} is taken: ${status} ${JSON.stringify(json).slice(0, 300)}`);
      }
  }
  rollup.on = true;
  return (["challenge", "question"] as const).map((what) => ({
    database: open.kind,
    what,
    n: times[what].on.length,
    without: quantile(times[what].off, 0.5),
    with: quantile(times[what].on, 0.5),
    between: spread(times[what].off, times[what].on),
    quickest: [quantile(times[what].off, QUICK), quantile(times[what].on, QUICK)],
  }));
}
