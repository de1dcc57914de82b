import { describe, expect, it, vi } from "vitest";
import type { TaskContext } from "@/lib/challenges/task";
import { ModelLoadError, loadFault } from "@/lib/client/models/fault";
import type { EngineWorker, TaskReply } from "./protocol";
import { TaskError, taskRunner, topicRunner } from "./taskRunner";

/** A table with one task, whose progress shows words. */
type Scenes = Record<"name", (scene: number, context: TaskContext<string>) => Promise<string>>;

type Run = EngineWorker["run"];

function runner(run: Run) {
  const worker = { run: vi.fn(run), cancel: vi.fn(async () => undefined) };
  return { worker, engine: taskRunner<Scenes>("topics/scenes", async () => ({ worker })) };
}

describe("a task runner", () => {
  it("sends table, task and input, and gives the output back", async () => {
    const { engine, worker } = runner(async () => ({ status: "done", output: "scene 3" }));
    expect(await engine.run("name", 3)).toBe("scene 3");
    expect(worker.run.mock.calls[0][0]).toMatchObject({ table: "topics/scenes", task: "name", input: 3 });
  });

  it("passes progress on, with what is there so far", async () => {
    const { engine } = runner(async (_, onProgress) => {
      onProgress(1, 4, "a quarter");
      return { status: "done", output: "" };
    });
    const told: unknown[] = [];
    await engine.run("name", 1, { onProgress: (...progress) => told.push(progress) });
    expect(told).toEqual([[1, 4, "a quarter"]]);
  });

  it("rejects with an AbortError at once when aborted, tells the worker, and drops what comes later", async () => {
    let answer: (reply: TaskReply) => void = () => {};
    let progress: (done: number, total: number) => void = () => {};
    const { engine, worker } = runner((_, onProgress) => {
      progress = onProgress;
      return new Promise((resolve) => (answer = resolve));
    });
    const controller = new AbortController();
    const told: number[] = [];
    const asked = engine.run("name", 1, { signal: controller.signal, onProgress: (done) => told.push(done) });
    await vi.waitFor(() => expect(worker.run).toHaveBeenCalled());
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    expect(worker.cancel).toHaveBeenCalledExactlyOnceWith(worker.run.mock.calls[0][0].id);
    progress(1, 2);
    answer({ status: "done", output: "late" });
    expect(told).toEqual([]);
  });

  it("passes no progress on that comes after the answer", async () => {
    let progress: (done: number, total: number) => void = () => {};
    const { engine } = runner(async (_, onProgress) => {
      progress = onProgress;
      return { status: "done", output: "" };
    });
    const told: number[] = [];
    await engine.run("name", 1, { onProgress: (done) => told.push(done) });
    progress(1, 2);
    expect(told).toEqual([]);
  });

  it("asks nothing of the worker for a signal that was aborted before", async () => {
    const { engine, worker } = runner(async () => ({ status: "done", output: "" }));
    await expect(engine.run("name", 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(worker.run).not.toHaveBeenCalled();
  });

  it("asks nothing of the worker when aborted while that starts", async () => {
    const worker = { run: vi.fn<Run>(async () => ({ status: "done", output: "" })), cancel: vi.fn(async () => undefined) };
    let started: () => void = () => {};
    const start = new Promise<void>((resolve) => (started = resolve));
    const engine = taskRunner<Scenes>("topics/scenes", () => start.then(() => ({ worker })));
    const controller = new AbortController();
    const asked = engine.run("name", 1, { signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    started();
    await start;
    expect(worker.run).not.toHaveBeenCalled();
  });

  it("cancels nothing once the answer is there", async () => {
    const { engine, worker } = runner(async () => ({ status: "done", output: "" }));
    const controller = new AbortController();
    await engine.run("name", 1, { signal: controller.signal });
    controller.abort();
    expect(worker.cancel).not.toHaveBeenCalled();
  });

  it("throws what the task threw, in its own words", async () => {
    const { engine } = runner(async () => ({ status: "failed", name: "EngineInputError", message: "side must be 112, not 0" }));
    const thrown = await engine.run("name", 1).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TaskError);
    expect(thrown).toMatchObject({ task: "topics/scenes/name", thrown: "EngineInputError", message: "side must be 112, not 0" });
  });

  it("leaves a model's fault readable", async () => {
    const { name, message } = new ModelLoadError("classifier", "missing");
    const { engine } = runner(async () => ({ status: "failed", name, message }));
    const thrown = await engine.run("name", 1).catch((error: unknown) => error);
    expect(loadFault(thrown)).toEqual({ model: "classifier", fault: "missing" });
  });

  it("gives every call its own number", async () => {
    const { engine, worker } = runner(async () => ({ status: "done", output: "" }));
    await Promise.all([engine.run("name", 1), engine.run("name", 2), engine.run("name", 3)]);
    expect(new Set(worker.run.mock.calls.map(([{ id }]) => id)).size).toBe(3);
  });
});

describe("a topic's runner", () => {
  it("is the same object each time, and another one for another topic", () => {
    expect(topicRunner("iou")).toBe(topicRunner("iou"));
    expect(topicRunner("iou")).not.toBe(topicRunner("nms"));
  });
});
