import * as Comlink from "comlink";
import { afterEach, describe, expect, it } from "vitest";
import { connection, type Thread } from "./connection";
import type { EngineStatus, EngineWorker } from "./protocol";
import { taskRunner } from "./taskRunner";

const STATUS: EngineStatus = { backend: "cpu", candidates: [], startMs: 0, lost: [] };
const never = () => new Promise<never>(() => undefined);
const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** A thread without a thread: one end of a channel, with a way to die. */
function thread(api: Partial<EngineWorker>): Thread & { die(message: string): void; terminated: boolean } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  Comlink.expose({ start: async () => STATUS, cancel: async () => undefined, ...api }, port2);
  const errors = new EventTarget();
  const self = {
    terminated: false,
    postMessage: (message: unknown, transfer: Transferable[] = []) => port1.postMessage(message, transfer),
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      (type === "error" ? errors : port1).addEventListener(type, listener),
    removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
      (type === "error" ? errors : port1).removeEventListener(type, listener),
    start: () => port1.start(),
    terminate: () => void (self.terminated = true),
    die: (message: string) => void errors.dispatchEvent(Object.assign(new Event("error"), { message })),
  };
  return self;
}

describe("the connection to the engine worker", () => {
  it("starts one worker for all", async () => {
    let spawned = 0;
    const connect = connection(
      () => (spawned++, thread({})),
      () => null,
    );
    const [a, b] = await Promise.all([connect(), connect()]);
    expect(a).toBe(b);
    expect(await connect()).toBe(a);
    expect(spawned).toBe(1);
    expect(a.status).toEqual(STATUS);
  });

  it("rejects what waits when the worker dies, and gives the next call another worker", async () => {
    const threads = [thread({ run: never, judge: never }), thread({ run: async () => ({ status: "done", output: "from the second" }) })];
    const [first] = threads;
    let spawned = 0;
    const connect = connection(
      () => threads[spawned++],
      () => null,
    );
    const engine = taskRunner<Record<"ask", (input: number) => Promise<string>>>("topics/any", connect);
    const { worker } = await connect();
    const waiting = [engine.run("ask", 1), worker.judge("kind", "seed", 1, null)].map((asked) =>
      asked.catch((error: Error) => error.message),
    );
    await new Promise((resolve) => setTimeout(resolve));
    first.die("out of memory");
    expect(await Promise.all(waiting)).toEqual(["out of memory", "out of memory"]);
    expect(first.terminated).toBe(true);
    expect(await engine.run("ask", 1)).toBe("from the second");
    expect(spawned).toBe(2);
  });

  it("tries again after a worker that could not start", async () => {
    let spawned = 0;
    const connect = connection(
      () => thread({ start: async () => (spawned++ === 0 ? Promise.reject(new Error("no backend")) : STATUS) }),
      () => null,
    );
    await expect(connect()).rejects.toThrow("no backend");
    expect((await connect()).status).toEqual(STATUS);
  });

  it("brings progress across, and a cancellation", async () => {
    let cancelled: (id: number) => void = () => {};
    const cancel = new Promise<number>((resolve) => (cancelled = resolve));
    const connect = connection(
      () =>
        thread({
          run: async (_, onProgress) => {
            onProgress(1, 2, "half");
            return never();
          },
          cancel: async (id) => cancelled(id),
        }),
      () => null,
    );
    const engine = taskRunner<Record<"ask", (input: number) => Promise<string>>>("topics/any", connect);
    const controller = new AbortController();
    const told = new Promise((resolve) => {
      const asked = engine.run("ask", 1, { signal: controller.signal, onProgress: (...progress) => resolve(progress) });
      asked.catch(() => undefined);
    });
    expect(await told).toEqual([1, 2, "half"]);
    controller.abort();
    expect(await cancel).toBeGreaterThan(0);
  });
});
