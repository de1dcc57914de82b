import { describe, expect, it } from "vitest";
import { simulationOf } from "@/lib/ui/play/simulation";
import type { SimulationProps } from "./play";
import { defineTasks, type TaskContext, type TaskRunner } from "./task";

interface Found {
  readonly boxes: number;
}

const tasks = defineTasks({
  find: async ({ scene }: { readonly scene: number }, { onProgress }: TaskContext<Found>): Promise<Found> => {
    onProgress(1, 2, { boxes: 1 });
    return { boxes: scene };
  },
  name: async (_: null): Promise<string> => "iou",
});

const engine: TaskRunner<typeof tasks> = { run: () => new Promise(() => undefined) };
const Asking = ({ engine: runner }: SimulationProps<typeof tasks>) => (void runner, null);
const Silent = (_: SimulationProps) => null;

/** Never called: each line marked holds a wrong use that the compiler must refuse, or `tsc` fails on the mark. */
export const refused = async (): Promise<unknown> => [
  (await engine.run("find", { scene: 1 })).boxes.toFixed(),
  (await engine.run("name", null)).toUpperCase(),
  await engine.run("find", { scene: 1 }, { onProgress: (done, total, found) => [done, total, found?.boxes.toFixed()] }),
  // @ts-expect-error -- no such task
  await engine.run("lose", null),
  // @ts-expect-error -- another task's input
  await engine.run("find", null),
  // @ts-expect-error -- an input's field of another type
  await engine.run("find", { scene: "1" }),
  // @ts-expect-error -- another task's output
  (await engine.run("name", null)).boxes,
  // @ts-expect-error -- a task that only counts has nothing to show on its way
  await engine.run("name", null, { onProgress: (_done, _total, found) => found?.boxes }),
  simulationOf<typeof tasks>("iou", Asking),
  simulationOf<typeof tasks>("iou", Silent),
];

describe("tasks", () => {
  it("are plain functions, to be called without a worker", async () => {
    const shown: unknown[] = [];
    const context = { onProgress: (...progress: unknown[]) => shown.push(progress) } as unknown as TaskContext<Found>;
    expect(await tasks.find({ scene: 3 }, context)).toEqual({ boxes: 3 });
    expect(shown).toEqual([[1, 2, { boxes: 1 }]]);
  });
});
