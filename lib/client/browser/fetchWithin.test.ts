import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchWithin, withinPatience } from "./fetchWithin";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server of the test's own: answers when told, piece by piece, and ends when it is given up. */
function server() {
  let answer = (_: Response): void => undefined;
  let pieces: ReadableStreamDefaultController<Uint8Array> | undefined;
  const asked: AbortSignal[] = [];
  vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
    asked.push(signal);
    return new Promise<Response>((resolve, reject) => {
      answer = resolve;
      const end = () => {
        const { reason } = signal as { reason: Error };
        pieces?.error(reason);
        reject(reason);
      };
      if (signal.aborted) end();
      else signal.addEventListener("abort", end);
    });
  });
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (pieces = controller) });
  return {
    asked,
    begin: () => answer(new Response(body, { status: 201, headers: { "x-kept": "1" } })),
    send: (text: string) => pieces?.enqueue(new TextEncoder().encode(text)),
    end: () => pieces?.close(),
  };
}

describe("fetchWithin", () => {
  it("gives up a server that does not answer", async () => {
    const { asked } = server();
    const given = expect(fetchWithin("/x", {}, 1000)).rejects.toMatchObject({ name: "TimeoutError" });
    await vi.advanceTimersByTimeAsync(999);
    expect(asked[0].aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await given;
    expect(asked[0].aborted).toBe(true);
  });

  it("waits as long as pieces come, and gives up when they stop", async () => {
    const remote = server();
    const asked = fetchWithin("/x", {}, 1000);
    remote.begin();
    const response = await asked;
    expect([response.status, response.headers.get("x-kept")]).toEqual([201, "1"]);
    const text = response.text();
    const given = expect(text).rejects.toMatchObject({ name: "TimeoutError" });
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(900);
      remote.send("piece");
    }
    await vi.advanceTimersByTimeAsync(1001);
    await given;
  });

  it("answers whole, and leaves no clock running", async () => {
    const remote = server();
    const asked = fetchWithin("/x", {}, 1000);
    remote.begin();
    const text = (await asked).text();
    remote.send("one ");
    remote.send("two");
    remote.end();
    expect(await text).toBe("one two");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("follows whoever asked, before and while it waits", async () => {
    server();
    await expect(fetchWithin("/x", { signal: AbortSignal.abort(new Error("gone")) })).rejects.toThrow("gone");
    const leave = new AbortController();
    const given = expect(fetchWithin("/x", { signal: leave.signal })).rejects.toThrow("left");
    leave.abort(new Error("left"));
    await given;
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not wait for a library for ever either", async () => {
    const given = expect(withinPatience(new Promise(() => undefined), 1000)).rejects.toMatchObject({ name: "TimeoutError" });
    await vi.advanceTimersByTimeAsync(1000);
    await given;
    expect(await withinPatience(Promise.resolve(7))).toBe(7);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("every fetch of the browser", () => {
  const root = join(import.meta.dirname, "../../..");
  const sources = ["app", "content", "lib", "i18n"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`),
  );
  const callers = (call: RegExp) => sources.filter((file) => call.test(readFileSync(join(root, file), "utf8")));

  it("is fetchWithin's, so that none waits without end", () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(callers(/(?<![\w.])(?:globalThis\.|window\.|self\.)?fetch\(|XMLHttpRequest|sendBeacon/)).toEqual([
      "lib/client/browser/fetchWithin.ts",
      // A beacon that says one has left: nobody waits for it.
      "lib/client/notes/openNote.ts",
    ]);
  });

  it("of next-auth's is given the same patience", () => {
    for (const file of callers(/from "next-auth\/react"/)) {
      const text = readFileSync(join(root, file), "utf8");
      expect(text.match(/\bsign(?:In|Out)\(/g)?.length, file).toBe(text.match(/withinPatience\(sign(?:In|Out)\(/g)?.length);
    }
  });
});
