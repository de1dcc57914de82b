import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../api/apiError";
import { createOutbox, type News, type Outbox } from "./outbox";
import { openStore } from "./store";
import type { Entry, WriteRequest } from "./entry";

const START = Date.UTC(2026, 10, 23, 13);
const rating = (card: string, felt = 3): WriteRequest => ({ method: "POST", path: "/review/grade", body: { cardId: card, rating: felt } });
const refusal = (status: number, code: string): ApiError => new ApiError(status, code, { ko: "왜", en: "why" });

/** A browser of a learner, with a server that writes each key once: reloaded, it forgets all but what is stored. */
class Browser {
  now = START;
  online = true;
  signedIn = "mina";
  /** Replies that get lost on their way back. */
  lost = 0;
  refuses: ApiError | null = null;
  readonly sent: Entry[] = [];
  readonly written = new Map<string, Entry>();
  refreshed = 0;
  alarm: { task: () => void; at: number } | null = null;
  private lock: Promise<unknown> = Promise.resolve();
  private readonly tabs: Outbox[] = [];

  tab(): Outbox {
    const tab: Outbox = createOutbox({
      store: openStore(),
      now: () => this.now,
      learner: () => (this.online ? Promise.resolve(this.signedIn) : Promise.reject(ApiError.unreached())),
      learnerShown: () => this.signedIn,
      transmit: (entry) => this.serve(entry),
      alone: (task) => {
        const run = this.lock.then(task);
        this.lock = run.catch(() => undefined);
        return run;
      },
      refresh: () => Promise.resolve(void this.refreshed++),
      later: (task, ms) => {
        this.alarm = { task, at: this.now + ms };
        return () => (this.alarm = null);
      },
      tell: (news: News) => this.tabs.filter((other) => other !== tab).forEach((other) => void other.hear(structuredClone(news))),
    });
    this.tabs.push(tab);
    return tab;
  }

  private serve(entry: Entry): Promise<unknown> {
    if (!this.online) return Promise.reject(ApiError.unreached());
    this.sent.push(entry);
    if (entry.learner !== this.signedIn) return Promise.reject(refusal(409, "other-learner"));
    if (this.refuses) return Promise.reject(this.refuses);
    const repeated = this.written.has(entry.id);
    if (!repeated) this.written.set(entry.id, entry);
    if (this.lost > 0) {
      this.lost--;
      return Promise.reject(ApiError.unreached());
    }
    return Promise.resolve({ id: entry.id, repeated });
  }
}

let browser: Browser;
const idle = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
/** Writes, and waits until it is either answered or kept. */
const writeOn = async (tab: Outbox, request: WriteRequest, key: string) => {
  const kept: string[] = [];
  let reply: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve) => {
    reply = tab.write(request, key, ({ code }) => {
      kept.push(code);
      resolve();
    });
    reply.then(
      () => resolve(),
      () => resolve(),
    );
  });
  return { reply, kept };
};
const states = (tab: Outbox) => tab.entries().map(({ id, state }) => [id, state]);

describe.each(["IndexedDB", "memory"])("the outbox on %s", (kind) => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", kind === "IndexedDB" ? new IDBFactory() : undefined);
    browser = new Browser();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("sends at once, answers the page, and lets go once the page shows what changed", async () => {
    const tab = browser.tab();
    const { reply, kept } = await writeOn(tab, rating("a"), "key-a");
    expect(await reply).toEqual({ id: "key-a", repeated: false });
    await idle();
    expect([kept, tab.entries(), browser.refreshed]).toEqual([[], [], 1]);
  });

  it("keeps what cannot be sent, and sends it in order when it is woken", async () => {
    const tab = browser.tab();
    browser.online = false;
    const first = await writeOn(tab, rating("a"), "key-a");
    browser.now += 500;
    const second = await writeOn(tab, rating("b"), "key-b");
    expect([first.kept, second.kept]).toEqual([["offline"], ["offline"]]);
    expect(tab.entries().map(({ answeredAt }) => answeredAt.slice(-7))).toEqual(["00.000Z", "00.500Z"]);
    browser.online = true;
    browser.now += 60_000;
    await tab.wake();
    expect(await Promise.all([first.reply, second.reply])).toEqual([
      { id: "key-a", repeated: false },
      { id: "key-b", repeated: false },
    ]);
    expect(browser.sent.map(({ id, answeredAt }) => [id, answeredAt.slice(-7)])).toEqual([
      ["key-a", "00.000Z"],
      ["key-b", "00.500Z"],
    ]);
  });

  it("tries again by itself after a pause, and no sooner", async () => {
    const tab = browser.tab();
    browser.online = false;
    const { reply } = await writeOn(tab, rating("a"), "key-a");
    await idle();
    expect(browser.alarm?.at).toBe(START + 2_000);
    browser.online = true;
    browser.alarm?.task();
    await idle();
    expect(browser.sent).toEqual([]);
    browser.now += 2_000;
    browser.alarm?.task();
    expect(await reply).toEqual({ id: "key-a", repeated: false });
  });

  it("asks with the same key after a lost reply: written once", async () => {
    const tab = browser.tab();
    browser.lost = 1;
    const { reply, kept } = await writeOn(tab, rating("a"), "key-a");
    expect(kept).toEqual(["offline"]);
    await tab.wake();
    expect(await reply).toEqual({ id: "key-a", repeated: true });
    expect([...browser.written.keys()]).toEqual(["key-a"]);
  });

  it("takes the same write for the same while it is kept, and another choice for another", async () => {
    const tab = browser.tab();
    browser.online = false;
    const first = await writeOn(tab, rating("a"), "key-1");
    const same = tab.write(rating("a"), "key-2");
    const other = await writeOn(tab, rating("a", 4), "key-3");
    browser.online = true;
    await tab.wake();
    expect(await Promise.all([first.reply, same, other.reply])).toMatchObject([{ id: "key-1" }, { id: "key-1" }, { id: "key-3" }]);
    expect([...browser.written.keys()]).toEqual(["key-1", "key-3"]);
  });

  it("parks what the server refuses, with the reason, and lets the rest pass; sent again or discarded by hand", async () => {
    const tab = browser.tab();
    browser.refuses = refusal(404, "not-found");
    const { reply } = await writeOn(tab, rating("a"), "key-a");
    await expect(reply).rejects.toMatchObject({ status: 404, code: "not-found" });
    expect(tab.entries()).toMatchObject([{ id: "key-a", state: "parked", problem: { code: "not-found", text: { en: "why" } } }]);
    browser.refuses = null;
    await (
      await writeOn(tab, rating("b"), "key-b")
    ).reply;
    await tab.wake();
    expect([...browser.written.keys()]).toEqual(["key-b"]);
    await tab.resend("key-a");
    await idle();
    expect([...browser.written.keys()]).toEqual(["key-b", "key-a"]);
    expect(tab.entries()).toEqual([]);

    browser.refuses = refusal(404, "not-found");
    await (await writeOn(tab, rating("c"), "key-c")).reply.catch(() => undefined);
    await tab.discard("key-c");
    browser.refuses = null;
    await tab.release();
    expect(tab.entries()).toEqual([]);
    expect([...browser.written.keys()]).toEqual(["key-b", "key-a"]);
  });

  it("never sends one learner's writes as another's: they are held until theirs is the session", async () => {
    const tab = browser.tab();
    browser.online = false;
    const mine = await writeOn(tab, rating("a"), "key-a");
    await writeOn(tab, rating("b"), "key-b");
    browser.online = true;
    browser.signedIn = "jun";
    await tab.release();
    const theirs = await writeOn(tab, rating("c"), "key-c");
    expect(await theirs.reply).toMatchObject({ id: "key-c" });
    await idle();
    expect(states(tab)).toEqual([
      ["key-a", "held"],
      ["key-b", "held"],
    ]);
    // One question was enough.
    expect(browser.sent.map(({ id }) => id)).toEqual(["key-a", "key-c"]);
    browser.signedIn = "mina";
    await tab.release();
    expect(await mine.reply).toMatchObject({ id: "key-a" });
    expect([...browser.written.values()].map(({ id, learner }) => [id, learner])).toEqual([
      ["key-c", "jun"],
      ["key-a", "mina"],
      ["key-b", "mina"],
    ]);
  });

  it("tells a page that a held write was discarded", async () => {
    const tab = browser.tab();
    browser.signedIn = "mina";
    browser.refuses = refusal(401, "no-session");
    const { reply } = await writeOn(tab, rating("a"), "key-a");
    await tab.discard("key-a");
    await expect(reply).rejects.toMatchObject({ code: "discarded" });
  });
});

describe("what IndexedDB alone can do", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    browser = new Browser();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("survives a crash between storing and sending, and after a lost reply: sent by the next page, each once, in order", async () => {
    const before = browser.tab();
    browser.lost = 1;
    await writeOn(before, rating("a"), "key-a");
    browser.online = false;
    await writeOn(before, rating("b"), "key-b");
    const after = browser.tab();
    browser.online = true;
    browser.now += 3_600_000;
    await after.release();
    expect(browser.sent.map(({ id, answeredAt }) => [id, answeredAt])).toEqual([
      ["key-a", new Date(START).toISOString()],
      ["key-a", new Date(START).toISOString()],
      ["key-b", new Date(START).toISOString()],
    ]);
    expect([...browser.written.keys()]).toEqual(["key-a", "key-b"]);
  });

  it("a page that writes again what an earlier one kept gets its answer, under its key", async () => {
    browser.online = false;
    await writeOn(browser.tab(), rating("a"), "key-old");
    browser.online = true;
    const { reply } = await writeOn(browser.tab(), rating("a"), "key-new");
    expect(await reply).toEqual({ id: "key-old", repeated: false });
    expect([...browser.written.keys()]).toEqual(["key-old"]);
  });

  it("two tabs woken together send each write once, and both see it go", async () => {
    const [one, other] = [browser.tab(), browser.tab()];
    browser.online = false;
    const { reply } = await writeOn(one, rating("a"), "key-a");
    await idle();
    expect(states(other)).toEqual([["key-a", "waiting"]]);
    browser.online = true;
    await Promise.all([other.wake(), one.wake()]);
    expect(await reply).toEqual({ id: "key-a", repeated: false });
    await idle();
    expect(browser.sent).toHaveLength(1);
    expect([one.entries(), other.entries()]).toEqual([[], []]);
    expect(browser.refreshed).toBe(2);
  });

  it("falls back to memory when the database breaks", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    });
    const tab = browser.tab();
    browser.online = false;
    const { reply } = await writeOn(tab, rating("a"), "key-a");
    browser.online = true;
    await tab.wake();
    expect(await reply).toEqual({ id: "key-a", repeated: false });
  });
});
