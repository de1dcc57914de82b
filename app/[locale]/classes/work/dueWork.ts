import { useMe } from "@/lib/client/api";
import type { WorkList } from "@/lib/wire/work";
import { countsNothing, useWorkList } from "./data";

export type Due = WorkList["work"][number];
const WAITS: ReadonlySet<Due["standing"]["state"]> = new Set(["not-begun", "open", "late"]);

/** Work that can still be done and was not handed in, what is due first in front. */
const dueIn = (work: readonly Due[]): readonly Due[] => work.filter((each) => WAITS.has(each.standing.state) && !countsNothing(each));

/** What waits for who learns in a class. Asks nothing for anybody else. */
export function useDueWork(): readonly Due[] {
  const learns = useMe().data?.user?.learns === true;
  const { data } = useWorkList(learns);
  return dueIn(data?.work ?? []);
}
