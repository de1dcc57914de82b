/** Who holds what now, as the instructor's own board says it, and what the work gave a chance to see. */
import type { Catalog } from "../../lib/server/catalog";
import { prisma } from "../../lib/server/database";
import { answeredOf, COUNTS, GRADED, graded } from "../../lib/server/insight/answers";
import { readMisconceptions } from "../../lib/server/insight/misconceptions";
import type { DemoClass } from "./run";

/** One answer names nobody (lib/insight/holding.ts): fewer chances than two show nobody's idea. */
const CHANCES = 2;

/** Places are "member topic misconception". */
export async function heldNow(
  catalog: Catalog,
  { cohort, instructor }: Pick<DemoClass, "cohort" | "instructor">,
  now: number,
): Promise<{ readonly said: ReadonlySet<string>; couldBeSeen(place: string): boolean }> {
  const { ideas, timeZone } = await readMisconceptions(instructor, cohort, catalog, now);
  const said = new Set(ideas.flatMap(({ topic, idea, holders }) => holders.map(({ id }) => `${id} ${topic} ${idea}`)));
  const rows = await (await prisma()).assignedItem.findMany({ where: { cohortId: cohort, ...COUNTS }, select: GRADED });
  const chances = new Map<string, number>();
  for (const row of rows) {
    const { student, topic, couldShow } = answeredOf(timeZone, graded(row));
    for (const idea of couldShow) {
      const place = `${student} ${topic} ${idea}`;
      chances.set(place, (chances.get(place) ?? 0) + 1);
    }
  }
  return { said, couldBeSeen: (place) => (chances.get(place) ?? 0) >= CHANCES };
}
