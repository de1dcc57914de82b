/** Who holds what now, as the instructor's own board says it, and what the work gave a chance to see. */
import type { Catalog } from "../../lib/server/catalog";
import { prisma } from "../../lib/server/database";
import { answeredOf, COUNTS, GRADED, graded } from "../../lib/server/insight/answers";
import { readMisconceptions } from "../../lib/server/insight/misconceptions";
import type { DemoClass } from "./run";

/** Places are "member topic misconception". */
export async function heldNow(
  catalog: Catalog,
  { cohort, instructor }: Pick<DemoClass, "cohort" | "instructor">,
  now: number,
): Promise<{ readonly said: ReadonlySet<string>; chances(place: string, after: number): number }> {
  const { ideas, timeZone } = await readMisconceptions(instructor, cohort, catalog, now);
  const said = new Set(ideas.flatMap(({ topic, idea, holders }) => holders.map(({ id }) => `${id} ${topic} ${idea}`)));
  const rows = await (await prisma()).assignedItem.findMany({ where: { cohortId: cohort, ...COUNTS }, select: GRADED });
  const moments = new Map<string, number[]>();
  for (const row of rows) {
    const { student, topic, couldShow, at } = answeredOf(timeZone, graded(row));
    for (const idea of couldShow) {
      const place = `${student} ${topic} ${idea}`;
      moments.set(place, [...(moments.get(place) ?? []), at]);
    }
  }
  return { said, chances: (place, after) => (moments.get(place) ?? []).filter((at) => at > after).length };
}
