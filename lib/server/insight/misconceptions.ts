/** The board of wrong ideas: which the class holds now, who, since when, and what a review of each is made of. */
import { board } from "@/lib/insight";
import type { Misconceptions } from "@/lib/wire/insight";
import { openReviews, reviewName } from "../assignments/reviews";
import { instant, openClassroom, standingsOf } from "./classroom";
import { ideaOf, reviewOf, topicTitle } from "./names";
import { heldBy } from "./overview";
import type { Catalog } from "../catalog";

/** @throws ApiError not-found, forbidden */
export async function readMisconceptions(userId: string, cohortId: string, catalog: Catalog, now: number): Promise<Misconceptions> {
  const room = await openClassroom(userId, cohortId);
  const [standings, reviews] = await Promise.all([standingsOf(room, ["slips"]), openReviews(room.store, cohortId, now)]);
  const names = new Map(room.students.map(({ id, name }) => [id, name]));
  return {
    at: instant(now),
    timeZone: room.cohort.timeZone,
    students: room.students.length,
    ideas: board(heldBy(standings), room.students.length, now).flatMap(({ topic, idea, holders, since, lastAt, ...rest }) => {
      const words = ideaOf(catalog, topic, idea);
      if (words === null) return [];
      return [
        {
          ...rest,
          evidence: [...rest.evidence],
          topic,
          idea,
          title: topicTitle(catalog, topic),
          claim: words.claim,
          correction: words.correction,
          holders: holders.map((each) => ({ id: each.student, name: names.get(each.student) ?? "", since: instant(each.since) })),
          since: instant(since),
          lastAt: instant(lastAt),
          review: reviewOf(catalog, topic, idea),
          reviews: reviews
            .filter((each) => each.reviewOf === reviewName({ topic, idea }))
            .map(({ id, dueAt, students }) => ({ id, dueAt: dueAt?.toISOString() ?? null, students: [...students] })),
        },
      ];
    }),
  };
}
