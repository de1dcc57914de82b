/** What the map draws of a topic. */
export interface MapTopic {
  readonly id: string;
  readonly track: string;
  /** The heading that it stands under, null without one. */
  readonly group: string | null;
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

/** Topics that follow each other under one heading, and the row of the first. */
export interface MapGroup<T> {
  readonly group: string | null;
  readonly from: number;
  readonly topics: readonly T[];
}

/** A track by its headings: groupsOf of [iou: task, nms: task, yolo: one-stage] → [task from 0: iou, nms], [one-stage from 2: yolo]. */
export function groupsOf<T extends Pick<MapTopic, "group">>(track: readonly T[]): readonly MapGroup<T>[] {
  const starts = track.flatMap(({ group }, i) => (i === 0 || group !== track[i - 1].group ? [i] : []));
  return starts.map((from, i) => ({ group: track[from].group, from, topics: track.slice(from, starts[i + 1]) }));
}

/**
 * The topic to open next: what the learner did last while its lesson is not done, and otherwise the first in the order of its track that
 * is not done and whose prerequisites are, so that what was left out before comes before what builds on it. Then the other tracks'.
 * nextTopic([iou, nms ← iou], done: nms) → "iou". Null once all are done.
 */
export function nextTopic(
  topics: readonly { readonly id: string; readonly track: string; readonly prerequisites: readonly { readonly id: string }[] }[],
  done: ReadonlySet<string>,
  last: string | null = null,
): string | null {
  const open = topics.filter((topic) => !done.has(topic.id));
  if (last !== null && open.some(({ id }) => id === last)) return last;
  const here = topics.find(({ id }) => id === last)?.track;
  const ready = open.filter((topic) => topic.prerequisites.every(({ id }) => done.has(id)));
  return (ready.find(({ track }) => track === here) ?? ready[0] ?? open[0])?.id ?? null;
}
