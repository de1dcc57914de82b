import { beforeAll, describe, expect, it } from "vitest";
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { nodeContext } from "@/scripts/tasks/context";
import { startBackend } from "@/scripts/training/backend";
import recorded from "./training.json" with { type: "json" };
import { tasks } from "./tasks";
import { DEFAULT_RUN, TEST_EVERY, TEST_SCENES, TRAIN_SCENES, type TrainPartial } from "./training";

let network: GpuNetwork;
beforeAll(async () => {
  await startBackend();
  network = createGpuNetwork(await nodeContext().models.network("classifier"));
});

/** A context whose models keep their identity, so that scenes are read once. */
function contextOf(signal?: AbortSignal) {
  const plain = nodeContext(signal);
  return { ...plain, models: { ...plain.models, gpuNetwork: async () => network }, backend: async () => "wasm" as const };
}

describe("the training of two heads", () => {
  it("is what was recorded, tells how far it is, and goes on from where it stopped", async () => {
    const context = contextOf();
    const told: [number, number, TrainPartial | undefined][] = [];
    const onProgress = (done: number, total: number, partial?: unknown) => told.push([done, total, partial as TrainPartial | undefined]);
    const whole = await tasks.train({ ...DEFAULT_RUN, steps: TEST_EVERY + 1, from: null }, { ...context, onProgress });
    whole.points.forEach(({ step, ap, loss }, i) => {
      expect(step).toBe(recorded.shown[i].step);
      expect(ap[0]).toBeCloseTo(recorded.shown[i].ap[0], 3);
      expect(ap[1]).toBeCloseTo(recorded.shown[i].ap[1], 3);
      expect(loss[0]).toBeCloseTo(recorded.shown[i].loss[0], 2);
    });
    expect(whole.points).toHaveLength(2);
    const scenes = TRAIN_SCENES + TEST_SCENES;
    expect(
      told
        .filter(([, , partial]) => partial === undefined)
        .at(-1)
        ?.slice(0, 2),
    ).toEqual([scenes, scenes]);
    expect(told.filter(([, , partial]) => partial !== undefined).map(([done]) => done)).toEqual([1, TEST_EVERY + 1]);

    const half = await tasks.train({ ...DEFAULT_RUN, steps: 4, from: null }, context);
    const rest = await tasks.train({ ...DEFAULT_RUN, steps: TEST_EVERY + 1 - 4, from: structuredClone(half.state) }, context);
    expect([...rest.state.weights]).toEqual([...whole.state.weights]);
    expect(rest.points.at(-1)).toEqual(whole.points.at(-1));
  });

  it("does not begin once it was taken back", async () => {
    await expect(tasks.train({ ...DEFAULT_RUN, steps: 5, from: null }, contextOf(AbortSignal.abort()))).rejects.toThrow(/abort/i);
  });
});
