import { countLesson } from "../assignments/lessons";
import { lockUser } from "../auth/users";
import { prisma } from "../database";
import { unknownTopic } from "../http/errors";
import { markDay, momentOf, totalsFor } from "./record";
import type { Catalog } from "../catalog";
import type { LessonDone } from "@/lib/wire/learn";

/**
 * Marks a lesson as finished: its questions become review cards. It brings no XP, since nothing was graded.
 * Doing it again changes nothing, except that new questions of a newer version join, and that assignments which ask for it count it.
 */
export async function finishLesson(catalog: Catalog, userId: string, topicId: string, now: number): Promise<LessonDone> {
  const topic = catalog.topics.find((t) => t.id === topicId);
  if (!topic) throw unknownTopic();
  const questions = Object.hasOwn(catalog.questions, topicId) ? catalog.questions[topicId] : [];
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    const at = momentOf(user, now);
    const { count } = await tx.lessonDone.createMany({
      data: [
        {
          userId: user.id,
          topic: topicId,
          version: topic.version,
          localDate: at.localDate,
          timeZone: at.timeZone,
          createdAt: new Date(now),
        },
      ],
      skipDuplicates: true,
    });
    // A millisecond apart, so that "oldest first" is the order of the lesson.
    const cards = await tx.card.createMany({
      data: questions.map((question, i) => ({
        userId: user.id,
        type: "QUESTION" as const,
        topic: topicId,
        item: question.id,
        due: new Date(now),
        createdAt: new Date(now + i),
      })),
      skipDuplicates: true,
    });
    await countLesson(tx, user.id, topicId, now);
    const totals = count === 1 ? await markDay(tx, user, 0, at, now) : await totalsFor(tx, user.id, now);
    return { topic: topicId, ...totals, cards: cards.count, repeated: count === 0 };
  });
}
