import { describe, expect, it } from "vitest";
import type { TaskRunner } from "@/lib/challenges/task";
import { Latest } from "./latest";
import { watchTask } from "./watchTask";

type Scenes = Record<"scene", (input: number) => Promise<string>>;

/** A runner that answers when told to, also to those who no longer listen. */
function slow() {
  const open: {
    input: number;
    answer(value: string): void;
    fail(error: Error): void;
    progress(done: number): void;
    signal?: AbortSignal;
  }[] = [];
  const engine: TaskRunner<Scenes> = {
    run: (_, input, options) =>
      new Promise((resolve, reject) =>
        open.push({
          input,
          answer: (value) => resolve(value as never),
          fail: reject,
          progress: (done) => options?.onProgress?.(done, 10),
          signal: options?.signal,
        }),
      ),
  };
  return { engine, open };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("watching a task", () => {
  it("tells its progress and its answer", async () => {
    const { engine, open } = slow();
    const told: unknown[] = [];
    watchTask(engine, "scene", 1, (state) => told.push(state));
    open[0].progress(3);
    open[0].answer("one");
    await settled();
    expect(told).toEqual([
      { status: "running", progress: { done: 3, total: 10, partial: undefined } },
      { status: "live", value: "one" },
    ]);
  });

  it("tells what went wrong", async () => {
    const { engine, open } = slow();
    const told: unknown[] = [];
    watchTask(engine, "scene", 1, (state) => told.push(state));
    const error = new Error("no model");
    open[0].fail(error);
    await settled();
    expect(told).toEqual([{ status: "failed", error }]);
  });

  it("aborts on stop and tells nothing after it, neither answer, failure nor progress", async () => {
    const { engine, open } = slow();
    const told: unknown[] = [];
    for (const input of [1, 2, 3]) watchTask(engine, "scene", input, (state) => told.push(state))();
    expect(open.map(({ signal }) => signal?.aborted)).toEqual([true, true, true]);
    open[0].answer("late");
    open[1].fail(new Error("late"));
    open[2].progress(1);
    await settled();
    expect(told).toEqual([]);
  });

  it("ends on the last question, whatever order answers come in", async () => {
    const { engine, open } = slow();
    let shown = "";
    const ask = (input: number) => watchTask(engine, "scene", input, (state) => (shown = state.status === "live" ? state.value : shown));
    ask(1)();
    ask(2)();
    ask(3);
    open[2].answer("three");
    await settled();
    open[0].answer("one");
    open[1].answer("two");
    await settled();
    expect(shown).toBe("three");
  });
});

describe("the latest question", () => {
  it("aborts the one before it, and only that", () => {
    const latest = new Latest();
    const [first, second] = [latest.next(), latest.next()];
    expect([first.aborted, second.aborted]).toEqual([true, false]);
    latest.stop();
    expect(second.aborted).toBe(true);
    expect(latest.next().aborted).toBe(false);
  });
});
