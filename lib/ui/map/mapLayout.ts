/** What the map draws of a topic. */
export interface MapTopic {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly prerequisites: readonly { readonly id: string; readonly title: string }[];
}

/** A line from a prerequisite's row down to the row that builds on it. `span` 1 is straight; a longer one bows to the left. */
export interface MapLine {
  readonly from: number;
  readonly to: number;
  readonly span: number;
}

/**
 * The prerequisite lines inside one track, whose topics stand one per row in their order.
 * linesOf of [iou, nms ← iou, anchor-boxes ← iou] → [{ 0 → 1, span 1 }, { 0 → 2, span 2 }].
 */
export function linesOf(track: readonly Pick<MapTopic, "id" | "prerequisites">[]): readonly MapLine[] {
  const row = new Map(track.map((topic, i) => [topic.id, i]));
  return track.flatMap((topic, to) =>
    topic.prerequisites.flatMap(({ id }) => {
      const from = row.get(id);
      return from === undefined || from >= to ? [] : [{ from, to, span: to - from }];
    }),
  );
}

/**
 * The topic to open next. It follows what the learner did last: that topic while its lesson is not done; then one that builds on it and
 * is ready; then the one after it in the order of the map. Without any of these: the first that is ready, or the first that is not done.
 */
export function nextTopic(
  topics: readonly { readonly id: string; readonly prerequisites: readonly { readonly id: string }[] }[],
  done: ReadonlySet<string>,
  last: string | null = null,
): string | null {
  const open = topics.filter((topic) => !done.has(topic.id));
  if (last !== null && open.some(({ id }) => id === last)) return last;
  const ready = open.filter((topic) => topic.prerequisites.every(({ id }) => done.has(id)));
  const built = ready.find((topic) => topic.prerequisites.some(({ id }) => id === last));
  const at = topics.findIndex(({ id }) => id === last);
  const after = at < 0 ? undefined : topics.slice(at + 1).find(({ id }) => !done.has(id));
  return (built ?? after ?? ready[0] ?? open[0])?.id ?? null;
}
