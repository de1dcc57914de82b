import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it, vi } from "vitest";
import * as z from "zod";
import { notFound } from "@/lib/server/http/errors";
import {
  endStreams,
  HEARTBEAT_MS,
  openStreams,
  stream,
  STREAMS_PER_USER,
  type Every,
  type StreamCall,
  type StreamEvent,
} from "@/lib/server/http/stream";
import { apiError } from "@/lib/wire/error";
import { route } from "@/lib/wire/route";
import { ORIGIN, signedIn, type Visitor } from "./setup/client";
import { eachDatabase } from "./setup/database";
import type { RouteHandler } from "@/lib/server/http/endpoint";

const FOR_USERS = route({ method: "GET", path: "/test", reply: z.unknown(), access: "user", events: true });
const FOR_ADMINS = route({ method: "GET", path: "/test", reply: z.unknown(), access: "admin", events: true });

/** A clock that only beats when told to, and knows who is still listening to it. */
function handClock() {
  const beats = new Set<() => void>();
  const asked: number[] = [];
  const every: Every = (ms, beat) => {
    asked.push(ms);
    beats.add(beat);
    return () => void beats.delete(beat);
  };
  return { every, asked, listeners: () => beats.size, beat: () => [...beats].forEach((b) => b()) };
}

/** Numbers from the one after `after` to `last`; then it waits for the end of the connection. Says what became of it. */
function counting(last: number) {
  const calls: StreamCall[] = [];
  const state = { started: 0, pulled: 0, finished: 0 };
  async function* numbers(call: StreamCall): AsyncGenerator<StreamEvent> {
    state.started += 1;
    try {
      for (let n = Number(call.after ?? 0) + 1; n <= last; n++) {
        state.pulled += 1;
        yield { id: String(n), name: "number", data: { n, text: "한\n줄" } };
      }
      await new Promise((resolve) => call.signal.addEventListener("abort", resolve, { once: true }));
    } finally {
      state.finished += 1;
    }
  }
  return {
    calls,
    state,
    source: async (call: StreamCall) => {
      calls.push(call);
      return numbers(call);
    },
  };
}

interface Opened {
  readonly response: Response;
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly leave: AbortController;
  /** The next `n` chunks as text. */
  read(n: number): Promise<string[]>;
}

async function openBy(visitor: Visitor | null, handler: RouteHandler, headers: Record<string, string> = {}): Promise<Opened> {
  const leave = new AbortController();
  const all = new Headers({ "x-boxup-address": "203.0.113.7", ...headers });
  if (visitor?.cookie) all.set("cookie", visitor.cookie);
  const request = new Request(`${ORIGIN}/api/v1/test`, { headers: all, signal: leave.signal });
  const response = await handler(request, { params: Promise.resolve({}) });
  if (!response.body) throw new Error("a stream has a body");
  const reader = response.body.getReader();
  const text = new TextDecoder();
  return {
    response,
    reader,
    leave,
    read: async (n) => {
      const chunks: string[] = [];
      while (chunks.length < n) chunks.push(text.decode((await reader.read()).value));
      return chunks;
    },
  };
}

const errorOf = async ({ reader }: Opened): Promise<string> =>
  apiError.parse(JSON.parse(new TextDecoder().decode((await reader.read()).value))).error.code;

eachDatabase("streams", (open) => {
  it("answer with events, each with its id, under headers that no proxy may buffer or store", async () => {
    const { visitor, id } = await signedIn(open());
    const { source } = counting(2);
    const clock = handClock();
    const opened = await openBy(visitor, stream(FOR_USERS, source, { every: clock.every }));
    expect(opened.response.status).toBe(200);
    expect(Object.fromEntries(opened.response.headers)).toEqual({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      connection: "close",
    });
    expect(await opened.read(3)).toEqual([
      "retry: 3000\n\n",
      'event: number\nid: 1\ndata: {"n":1,"text":"한\\n줄"}\n\n',
      'event: number\nid: 2\ndata: {"n":2,"text":"한\\n줄"}\n\n',
    ]);
    expect(openStreams(id)).toBe(1);
    opened.leave.abort();
    expect((await opened.reader.read()).done).toBe(true);
    expect(openStreams(id)).toBe(0);
  });

  it("go on after the last event that the client has", async () => {
    const { visitor } = await signedIn(open());
    const { source, calls } = counting(5);
    const opened = await openBy(visitor, stream(FOR_USERS, source), { "last-event-id": "3" });
    const [, first, second] = await opened.read(3);
    expect([first, second].map((f) => /id: (\d)/.exec(f)?.[1])).toEqual(["4", "5"]);
    expect(calls[0].after).toBe("3");
    opened.leave.abort();
    const refused = await openBy(visitor, stream(FOR_USERS, source), { "last-event-id": "3 OR 1=1" });
    expect([refused.response.status, await errorOf(refused)]).toEqual([422, "bad-body"]);
  });

  it("beat every 15 seconds, and not into the buffer of a client that does not read", async () => {
    const { visitor } = await signedIn(open());
    const clock = handClock();
    const { source } = counting(0);
    const opened = await openBy(visitor, stream(FOR_USERS, source, { every: clock.every }));
    expect(clock.asked).toEqual([HEARTBEAT_MS]);
    expect(HEARTBEAT_MS).toBe(15_000);
    await opened.read(1);
    clock.beat();
    clock.beat();
    clock.beat();
    expect(await opened.read(1)).toEqual([": beat\n\n"]);
    const next = opened.reader.read();
    opened.leave.abort();
    expect((await next).done, "two of three beats met a full buffer and were dropped").toBe(true);
    const shorter = handClock();
    const other = await openBy(visitor, stream(FOR_USERS, source, { heartbeatMs: 20, every: shorter.every }));
    expect(shorter.asked).toEqual([20]);
    other.leave.abort();
  });

  it("ask the source for no more than the client reads", async () => {
    const { visitor } = await signedIn(open());
    const { source, state } = counting(1000);
    const opened = await openBy(visitor, stream(FOR_USERS, source));
    await opened.read(4);
    expect(state.pulled).toBeLessThanOrEqual(5);
    opened.leave.abort();
  });

  it("are for people with a session, by role where the route asks for one", async () => {
    const { source, calls } = counting(1);
    const nobody = await openBy(null, stream(FOR_USERS, source));
    expect([nobody.response.status, await errorOf(nobody)]).toEqual([401, "no-session"]);
    const instructor = await signedIn(open(), { role: "INSTRUCTOR" });
    const refused = await openBy(instructor.visitor, stream(FOR_ADMINS, source));
    expect([refused.response.status, await errorOf(refused)]).toEqual([403, "forbidden"]);
    expect(calls).toEqual([]);
    const admin = await signedIn(open(), { role: "ADMIN" });
    const opened = await openBy(admin.visitor, stream(FOR_ADMINS, source));
    expect(opened.response.status).toBe(200);
    opened.leave.abort();
  });

  it("end when their session is revoked", async () => {
    const { visitor, id, sessionId } = await signedIn(open());
    const clock = handClock();
    const { source, calls } = counting(0);
    const opened = await openBy(visitor, stream(FOR_USERS, source, { every: clock.every }));
    await opened.read(1);
    for (let i = 0; i < 4; i++) clock.beat();
    expect(await opened.read(1)).toEqual([": beat\n\n"]);
    expect(openStreams(id)).toBe(1);
    await open().client.authSession.update({ where: { id: sessionId }, data: { revokedAt: new Date() } });
    for (let i = 0; i < 4; i++) clock.beat();
    await vi.waitFor(() => expect(calls[0].signal.aborted).toBe(true));
    expect(openStreams(id)).toBe(0);
  });

  it("end when the server is told to stop, which would wait for them", async () => {
    const { visitor, id } = await signedIn(open());
    const { source, state } = counting(1);
    const first = await openBy(visitor, stream(FOR_USERS, source));
    const second = await openBy(visitor, stream(FOR_USERS, source));
    await Promise.all([first.read(2), second.read(2)]);
    expect(openStreams(id)).toBe(2);
    endStreams();
    for (const { reader } of [first, second]) expect((await reader.read()).done).toBe(true);
    expect(openStreams(id)).toBe(0);
    expect(state.finished).toBe(2);
  });

  it("see a client leave after its request was collected as garbage", async () => {
    const { visitor, id } = await signedIn(open());
    const { source } = counting(0);
    const opened = await openBy(visitor, stream(FOR_USERS, source, { every: handClock().every }));
    await opened.read(1);
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    for (let round = 0; round < 5; round++) {
      collect();
      await new Promise((done) => setImmediate(done));
    }
    opened.leave.abort();
    expect(openStreams(id)).toBe(0);
  });

  it("refuse a user's seventh with 429 and take it when one has ended; other users are not held up", async () => {
    const { visitor, id } = await signedIn(open());
    const { source } = counting(0);
    const handler = stream(FOR_USERS, source);
    const opened = [];
    for (let i = 0; i < STREAMS_PER_USER; i++) opened.push(await openBy(visitor, handler));
    expect(opened.map((o) => o.response.status)).toEqual(Array.from({ length: STREAMS_PER_USER }, () => 200));
    const refused = await openBy(visitor, handler);
    expect([refused.response.status, refused.response.headers.get("retry-after"), await errorOf(refused)]).toEqual([
      429,
      "3",
      "too-many-streams",
    ]);
    const other = await openBy((await signedIn(open())).visitor, handler);
    expect(other.response.status).toBe(200);
    opened[0].leave.abort();
    const again = await openBy(visitor, handler);
    expect(again.response.status).toBe(200);
    for (const { leave } of [...opened, other, again]) leave.abort();
    expect(openStreams(id)).toBe(0);
  });

  it("leave nothing behind after 200 were opened and left in every way there is", async () => {
    const { visitor } = await signedIn(open());
    const clock = handClock();
    const { source, calls, state } = counting(1);
    const handler = stream(FOR_USERS, source, { every: clock.every });
    const ways: ((o: Opened) => unknown)[] = [
      (o) => o.leave.abort(),
      async (o) => {
        await o.read(2);
        await o.reader.cancel();
      },
      async (o) => {
        await o.read(2);
        o.leave.abort();
      },
      async (o) => {
        await o.reader.cancel();
        o.leave.abort();
      },
    ];
    for (let i = 0; i < 200; i++) {
      const opened = await openBy(visitor, handler);
      expect(opened.response.status).toBe(200);
      await ways[i % ways.length](opened);
    }
    expect(openStreams()).toBe(0);
    expect(clock.listeners()).toBe(0);
    expect(calls).toHaveLength(200);
    expect(calls.every((c) => c.signal.aborted)).toBe(true);
    expect(state.started).toBe(100);
    await vi.waitFor(() => expect(state.finished).toBe(state.started));
  });

  it("give the place back when the source fails: before the first event as JSON, later by ending", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { visitor, id } = await signedIn(open());
    const hidden = await openBy(
      visitor,
      stream(FOR_USERS, () => Promise.reject(notFound())),
    );
    expect([hidden.response.status, await errorOf(hidden)]).toEqual([404, "not-found"]);
    async function* broken(): AsyncGenerator<StreamEvent> {
      yield { id: "1", data: 1 };
      throw new Error("the source broke");
    }
    async function* badId(): AsyncGenerator<StreamEvent> {
      yield { id: "1\n\nevent: forged", data: 1 };
    }
    const opened = await openBy(
      visitor,
      stream(FOR_USERS, async () => broken()),
    );
    expect(await opened.read(2)).toEqual(["retry: 3000\n\n", "id: 1\ndata: 1\n\n"]);
    expect((await opened.reader.read()).done).toBe(true);
    const forged = await openBy(
      visitor,
      stream(FOR_USERS, async () => badId()),
    );
    expect(await forged.read(1)).toEqual(["retry: 3000\n\n"]);
    expect((await forged.reader.read()).done).toBe(true);
    expect(openStreams(id)).toBe(0);
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });
});
