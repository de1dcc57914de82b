/** What the engine's own page asks of the worker. */
import { defineTasks } from "@/lib/challenges/task";
import type { Evidence } from "./protocol";
import type { Tensors } from "./tensors";

/** Pairs of flat xyxy boxes. */
interface Pairs {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export const tasksOn = (tensors: Tensors) =>
  defineTasks({
    /** Pairwise IoU on the backend, timed and compared with the plain twin. */
    iou: async ({ a, b }: Pairs): Promise<Evidence> => (await tensors.iou(a, b)).evidence,
  });

export type EngineTasks = ReturnType<typeof tasksOn>;
