import { describe, expect, it, vi } from "vitest";
import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { TaskHost, type SharedContext } from "./taskHost";

const shared: SharedContext = {
  models: {
    network: () => Promise.reject(new Error("no models here")),
    gpuNetwork: () => Promise.reject(new Error("no models here")),
    detector: () => Promise.reject(new Error("no models here")),
  },
  pictures: { atlas: () => Promise.reject(new Error("no pictures here")), atlases: () => Promise.reject(new Error("no pictures here")) },
  backend: async () => "cpu",
};

/** Tells when it was reached, and opens when told to. */
function gate() {
  let [open, reach] = [() => {}, () => {}];
  const opened = new Promise<void>((resolve) => (open = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return { open: () => open(), reach: () => reach(), opened, reached };
}

class OddError extends RangeError {
  override readonly name = "OddError";
}

function host(held = gate()) {
  const steps: number[] = [];
  const tasks = defineTasks({
    double: async (n: number) => 2 * n,
    count: async (to: number, { onProgress, pause }: TaskContext<string>) => {
      for (let n = 1; n <= to; n++) {
        steps.push(n);
        onProgress(n, to, `so far ${n}`);
        await pause();
      }
      return to;
    },
    stubborn: async (_: null, { onProgress }: TaskContext) => {
      held.reach();
      await held.opened;
      onProgress(1, 1);
      return "late";
    },
    fails: async (_: null): Promise<never> => {
      throw new OddError("scene must be 1 … 6, not 7");
    },
    throwsText: async (_: null): Promise<never> => {
      throw "words alone";
    },
    backend: (_: null, { backend }: TaskContext) => backend(),
  });
  const load = vi.fn(async () => ({ tasks }));
  return { host: new TaskHost({ "topics/counting": load }, shared), load, steps };
}

const call = (task: string, input: unknown, id = 1) => ({ id, table: "topics/counting", task, input });
const quiet = () => undefined;

describe("tasks in the worker", () => {
  it("answers with what the task returns, and loads its table at the first call", async () => {
    const { host: tasks, load } = host();
    expect(load).not.toHaveBeenCalled();
    expect(await tasks.run(call("double", 21), quiet)).toEqual({ status: "done", output: 42 });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("hands in what all tasks share", async () => {
    expect(await host().host.run(call("backend", null), quiet)).toEqual({ status: "done", output: "cpu" });
  });

  it("tells how far it is and what it has so far", async () => {
    const told: unknown[] = [];
    await host().host.run(call("count", 3), (...progress) => told.push(progress));
    expect(told).toEqual([
      [1, 3, "so far 1"],
      [2, 3, "so far 2"],
      [3, 3, "so far 3"],
    ]);
  });

  it("stops a cancelled task at its next pause", async () => {
    const { host: tasks, steps } = host();
    const reply = tasks.run(call("count", 1000), (done) => {
      if (done === 4) tasks.cancel(1);
    });
    expect(await reply).toEqual({ status: "aborted" });
    expect(steps).toEqual([1, 2, 3, 4]);
  });

  it("drops the answer and the progress of a cancelled task that does not listen", async () => {
    const held = gate();
    const { host: tasks } = host(held);
    const told: unknown[] = [];
    const reply = tasks.run(call("stubborn", null), (...progress) => told.push(progress));
    await held.reached;
    tasks.cancel(1);
    held.open();
    expect(await reply).toEqual({ status: "aborted" });
    expect(told).toEqual([]);
  });

  it("does not begin a task that was cancelled while its table was loaded", async () => {
    const { host: tasks, steps } = host();
    const reply = tasks.run(call("count", 2), quiet);
    tasks.cancel(1);
    expect(await reply).toEqual({ status: "aborted" });
    expect(steps).toEqual([]);
  });

  it("cancels one call and leaves another of the same task alone", async () => {
    const { host: tasks } = host();
    const [first, second] = [tasks.run(call("count", 3, 1), quiet), tasks.run(call("count", 3, 2), quiet)];
    tasks.cancel(1);
    expect(await first).toEqual({ status: "aborted" });
    expect(await second).toEqual({ status: "done", output: 3 });
  });

  it("fails a task whose device is lost, which would wait for ever, and takes the next one", async () => {
    const held = gate();
    const { host: tasks } = host(held);
    const told: unknown[] = [];
    const reply = tasks.run(call("stubborn", null), (...progress) => told.push(progress));
    await held.reached;
    tasks.lose("the context is gone");
    expect(await reply).toEqual({ status: "failed", name: "DeviceLostError", message: "the context is gone" });
    held.open();
    expect(await tasks.run(call("count", 2), quiet)).toEqual({ status: "done", output: 2 });
    expect(told).toEqual([]);
  });

  it("stops a task of a lost device at its next pause", async () => {
    const { host: tasks, steps } = host();
    const reply = tasks.run(call("count", 1000), (done) => {
      if (done === 4) tasks.lose("gone");
    });
    expect(await reply).toMatchObject({ status: "failed", message: "gone" });
    expect(steps).toEqual([1, 2, 3, 4]);
  });

  it("answers with the words and the name of what was thrown", async () => {
    const { host: tasks } = host();
    expect(await tasks.run(call("fails", null), quiet)).toEqual({
      status: "failed",
      name: "OddError",
      message: "scene must be 1 … 6, not 7",
    });
    expect(await tasks.run(call("throwsText", null), quiet)).toEqual({ status: "failed", name: "Error", message: "words alone" });
  });

  it.each([
    ["topics/counting", "triple", 'there is no task "triple" in "topics/counting"'],
    ["topics/counting", "toString", 'there is no task "toString" in "topics/counting"'],
    ["topics/none", "double", 'there is no table of tasks "topics/none"'],
    ["constructor", "double", 'there is no table of tasks "constructor"'],
  ])("names what is missing: %s/%s", async (table, task, message) => {
    expect(await host().host.run({ id: 1, table, task, input: null }, quiet)).toMatchObject({ status: "failed", message });
  });
});
