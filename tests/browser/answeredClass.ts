/**
 * node scripts/run.mjs tests/browser/answeredClass.ts <cohort>: writes two dozen students and their answers into the embedded database
 * of BOXUP_DATA_DIR, as the routes of assignments would. Its server must be stopped.
 */
import { kindFacts } from "@/content/_generated/kindFacts";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { drawQuestion } from "@/lib/questions";
import { openDatabase } from "@/lib/server/database/open";
import { couldShow } from "@/lib/server/insight/answers";
import { recordItem } from "@/tests/server/setup/insight";

const catalog = { kinds: kindFacts, topics, questions };
const [cohortId] = process.argv.slice(2);
const DAY = 86_400_000;
const IDEA = "fallen-still-suppress";
const STUDENTS = 24;

async function main(): Promise<void> {
  const open = await openDatabase();
  const { client } = open;
  const asks = questions.nms.filter(({ form }) => form === "choice").slice(0, 3);
  const { id: assignmentId, parts } = await client.assignment.create({
    data: {
      cohortId,
      title: "NMS, week one",
      publishedAt: new Date(Date.now() - 30 * DAY),
      dueAt: new Date(Date.now() - 2 * DAY),
      createKey: "answered-class",
      requestHash: "",
      parts: { create: { position: 0, type: "QUIZ", points: 10, settings: {} } },
    },
    select: { id: true, parts: { select: { id: true } } },
  });
  for (let i = 0; i < STUDENTS; i++) {
    const user = await client.user.create({ data: { name: `Student ${String(i + 1).padStart(2, "0")}` }, select: { id: true } });
    const { id: memberId } = await client.cohortMember.create({
      data: { cohortId, userId: user.id, role: "STUDENT", joinedAt: new Date(Date.now() - 40 * DAY), consentVersion: 1 },
      select: { id: true },
    });
    // The last one hands nothing in.
    if (i === STUDENTS - 1) continue;
    const { id: workId } = await client.studentWork.create({
      data: { assignmentId, memberId, startedAt: new Date(Date.now() - 20 * DAY), done: 1 },
      select: { id: true },
    });
    const holds = i % 3 === 0;
    const given = [
      ...[2, 4].map((level, slot) => ({
        item: `kind:nms-survivors:${level}`,
        band: slot === 0 ? "6–8" : i % 2 === 0 ? "9–11" : "12–14",
        instance: null,
        answer: {},
        score: holds && level === 4 ? 40 : 100 - ((i * 7) % 30),
        misconceptions: holds && level === 4 ? [IDEA] : [],
      })),
      ...asks.map((question, n) => {
        const drawn = drawQuestion(question, "one");
        if (drawn.view.form !== "choice" || !("right" in drawn.truth)) throw new Error("a question with options was expected");
        const right = String(drawn.truth.right);
        const wrong = drawn.view.options.find(({ id }) => id !== right)?.id ?? right;
        const misses = holds || (i + n) % 5 === 0;
        return {
          item: `question:nms/${question.id}`,
          band: null,
          instance: JSON.stringify(drawn),
          answer: { option: misses ? wrong : right },
          score: misses ? 0 : 100,
          misconceptions: misses && holds ? [IDEA] : [],
        };
      }),
    ];
    for (const [slot, { answer, ...one }] of given.entries()) {
      const answeredAt = new Date(Date.now() - (18 - 3 * slot) * DAY + i * 60_000);
      await client.$transaction(async (tx) => {
        const columns = { cohortId, assignmentId, partId: parts[0].id, workId, memberId, slot, try: 1, topic: "nms", answeredAt };
        const openedAt = new Date(answeredAt.getTime() - (20 + 3 * i) * 1000);
        const row = await tx.assignedItem.create({ data: { ...columns, ...one, couldShow: couldShow(catalog, one), answer, openedAt } });
        await recordItem(tx, { ...row, score: one.score, answeredAt });
      });
    }
  }
  await open.close();
}

await main();
