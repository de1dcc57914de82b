import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import { ApiError } from "../api/apiError";
import { toBase64 } from "./bytes";
import { browserStore, memoryStore, type NoteStore } from "./noteStore";
import { NoteSync } from "./noteSync";
import { GATHER_MS } from "./pace";
import { sent } from "./sent";
import type { NoteEdit } from "@/lib/wire/notes";

const refusal = (status: number, code: string) => new ApiError(status, code, { ko: "안 돼요", en: "No" });

/** A server of one note that fails when it is told to. */
function aServer() {
  const doc = new Y.Doc();
  const edits: NoteEdit[] = [];
  const keys = new Map<string, number>();
  const server = {
    doc,
    edits,
    keys,
    fail: null as ((update: Uint8Array) => ApiError | null) | null,
    down: false,
    post: (update: Uint8Array, key: string): Promise<number> => {
      if (server.down) return Promise.reject(ApiError.unreached());
      const failure = server.fail?.(update) ?? null;
      if (failure !== null) return Promise.reject(failure);
      const known = keys.get(key);
      if (known !== undefined) return Promise.resolve(known);
      Y.applyUpdate(doc, update);
      edits.push({ seq: edits.length + 1, update: toBase64(update), by: "a" });
      keys.set(key, edits.length);
      return Promise.resolve(edits.length);
    },
    text: () => doc.getText(NOTE_TEXT).toString(),
  };
  return server;
}

let keys = 0;
async function aTab(server: ReturnType<typeof aServer>, store: NoteStore = memoryStore()) {
  const sync = new NoteSync({
    post: server.post,
    since: (after) =>
      server.down
        ? Promise.reject(ApiError.unreached())
        : Promise.resolve({ seq: server.edits.length, state: null, updates: server.edits.slice(after) }),
    store,
    newKey: () => `key-${keys++}`,
    later: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  });
  await sync.load();
  return sync;
}

describe("a note in a tab", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    return () => vi.useRealTimers();
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it("says that what was typed is stored here once it is, and not before", async () => {
    const server = aServer();
    server.down = true;
    const store = memoryStore();
    let letIn = (): void => undefined;
    const slow = {
      ...store,
      add: (edit: Parameters<NoteStore["add"]>[0]) => new Promise<void>((go) => (letIn = go)).then(() => store.add(edit)),
    };
    const sync = await aTab(server, slow);
    sync.text.insert(0, "a");
    expect(sync.state).toMatchObject({ waiting: 1, stored: false });
    await pass(GATHER_MS);
    expect(sync.state).toMatchObject({ waiting: 1, stored: false });
    letIn();
    await vi.waitFor(() => expect(sync.state).toMatchObject({ waiting: 1, stored: true }));
  });

  it("gathers what is typed, and says that it waits until the server has acknowledged it", async () => {
    const server = aServer();
    const sync = await aTab(server);
    for (const letter of "hello") sync.text.insert(sync.text.length, letter);
    expect(sync.state).toMatchObject({ loaded: true, waiting: 5 });
    await pass(GATHER_MS);
    expect(sync.state.waiting).toBe(0);
    expect([server.edits.length, server.text()]).toEqual([1, "hello"]);
  });

  it("says that all is with the server once it is, and that it is not where it cannot be", async () => {
    const server = aServer();
    let answer = (): void => undefined;
    const slow = {
      ...server,
      post: (...edit: Parameters<typeof server.post>) => new Promise<void>((go) => (answer = go)).then(() => server.post(...edit)),
    };
    const sync = await aTab(slow);
    sync.text.insert(0, "the last word");
    const kept = sent(sync);
    await vi.waitFor(() => expect(sync.state.stored).toBe(true));
    expect(server.text()).toBe("");
    answer();
    expect(await kept).toBe(true);
    expect(server.text()).toBe("the last word");
    expect(await sent(sync)).toBe(true);
    server.down = true;
    sync.text.insert(0, "never ");
    const lost = sent(sync);
    await vi.waitFor(() => expect(sync.state.stored).toBe(true));
    answer();
    expect(await lost).toBe(false);
  });

  it("keeps what was typed without a network, and the next tab sends it, each edit once", async () => {
    const server = aServer();
    const store = browserStore("note learner");
    const sync = await aTab(server, store);
    sync.text.insert(0, "online ");
    await pass(GATHER_MS);
    await vi.waitFor(() => expect(sync.state.waiting).toBe(0));
    server.down = true;
    sync.text.insert(7, "offline");
    await sync.flush();
    await vi.waitFor(() => expect(sync.state).toMatchObject({ waiting: 1, reached: false }));
    // The tab crashes: nothing is closed, nothing is told.
    server.down = false;
    const next = await aTab(server, browserStore("note learner"));
    await vi.waitFor(() => expect([server.text(), next.state.waiting]).toEqual(["online offline", 0]));
    sync.wake();
    await vi.waitFor(() => expect(sync.state.waiting).toBe(0));
    expect([server.text(), next.text.toString(), server.edits.length]).toEqual(["online offline", "online offline", 2]);
    expect((await browserStore("note other").load()).kept, "nothing of another learner").toEqual([]);
  });

  it("sends an edit under its first key when the answer was lost", async () => {
    const server = aServer();
    const sync = await aTab(server);
    const { post } = server;
    let lost = true;
    vi.spyOn(server, "post").mockImplementation(async (update, key) => {
      const seq = await post(update, key);
      if (lost) throw ApiError.unreached();
      return seq;
    });
    sync.text.insert(0, "once");
    await pass(GATHER_MS);
    lost = false;
    await pass(60_000);
    expect([server.keys.size, server.text(), sync.text.toString()]).toEqual([1, "once", "once"]);
  });

  it("applies what others wrote in order, and asks for what is missing", async () => {
    const server = aServer();
    const [a, b] = [await aTab(server), await aTab(server)];
    for (const word of ["one ", "two ", "three "]) {
      a.text.insert(a.text.length, word);
      await pass(GATHER_MS);
    }
    b.hear([server.edits[2]]);
    expect(b.text.toString()).toBe("");
    b.hear([server.edits[0]]);
    expect(b.text.toString()).toBe("one ");
    await pass(1_000);
    expect(b.text.toString()).toBe("one two three ");
  });

  it("keeps everything that is too long together, and sends it once it is shorter", async () => {
    const server = aServer();
    const sync = await aTab(server);
    server.fail = (update) => {
      const next = new Y.Doc();
      Y.applyUpdate(next, Y.encodeStateAsUpdate(server.doc));
      Y.applyUpdate(next, update);
      return next.getText(NOTE_TEXT).length > 10 ? refusal(422, "note-too-long") : null;
    };
    sync.text.insert(0, "much too long a text");
    await pass(GATHER_MS);
    expect(sync.state).toMatchObject({ tooLong: true, waiting: 1, refused: null });
    sync.text.delete(4, 16);
    await pass(GATHER_MS);
    expect(sync.state).toMatchObject({ tooLong: false, waiting: 0 });
    expect([server.text(), server.edits.length]).toEqual(["much", 1]);
  });

  it("gives the server all that it lacks", async () => {
    const server = aServer();
    const sync = await aTab(server);
    sync.text.insert(0, "lost and ");
    await sync.flush();
    await pass(0);
    // A server that was put back to an earlier day.
    server.edits.length = 0;
    server.keys.clear();
    server.fail = (update) => {
      const next = new Y.Doc();
      Y.applyUpdate(next, update);
      return next.store.pendingStructs === null ? null : refusal(409, "note-behind");
    };
    sync.text.insert(9, "found");
    await pass(GATHER_MS);
    const whole = new Y.Doc();
    for (const { update } of server.edits)
      Y.applyUpdate(
        whole,
        Uint8Array.from(atob(update), (sign) => sign.charCodeAt(0)),
      );
    expect(whole.getText(NOTE_TEXT).toString()).toBe("lost and found");
  });

  it("stops where it is refused, says why, and keeps what was written", async () => {
    const server = aServer();
    const sync = await aTab(server);
    server.fail = () => refusal(404, "not-found");
    sync.text.insert(0, "mine");
    await pass(GATHER_MS);
    expect(sync.state).toMatchObject({ waiting: 1, refused: { code: "not-found" } });
    expect(sync.text.toString()).toBe("mine");
  });

  it("touches nothing while a letter is composed where it stands, and goes on elsewhere while somebody thinks", async () => {
    const server = aServer();
    const [a, b] = [await aTab(server), await aTab(server)];
    a.text.insert(0, "first\nsecond\n");
    await pass(GATHER_MS);
    b.hear(server.edits);
    b.text.insert(5, "ㅎ");
    b.compose(true, () => ({ from: 0, to: 6 }));
    a.text.insert(a.text.length, "third\n");
    await pass(GATHER_MS);
    b.hear(server.edits);
    expect(b.text.toString(), "not while they type").toBe("firstㅎ\nsecond\n");
    await pass(1_000);
    expect(b.text.toString(), "elsewhere, once they have stopped").toBe("firstㅎ\nsecond\nthird\n");
    a.text.insert(0, "> ");
    await pass(GATHER_MS);
    b.hear(server.edits);
    await pass(10_000);
    expect(b.text.toString(), "never at the letter").toBe("firstㅎ\nsecond\nthird\n");
    b.compose(false);
    expect(b.text.toString()).toBe("> firstㅎ\nsecond\nthird\n");
  });

  describe("whose number another tab took", () => {
    /** A server on which somebody has written under a number, which is theirs. */
    function taken(number: number) {
      const server = aServer();
      const theirs = new Y.Doc();
      theirs.clientID = number;
      theirs.getText(NOTE_TEXT).insert(0, "theirs ");
      void server.post(Y.encodeStateAsUpdate(theirs), "theirs");
      server.fail = (update) =>
        Y.decodeUpdate(update).structs.some(({ id }) => id.client === number) ? refusal(409, "number-taken") : null;
      return server;
    }

    it.each([
      ["before it has heard of that", true],
      ["and it has heard of what was written under it", false],
    ])("goes on under another by itself, with all that was written (%s)", async (_title, deaf) => {
      const number = 4_000_000_000;
      const server = taken(number);
      const [theirs] = server.edits.splice(0);
      const store = memoryStore();
      const sync = await aTab(server, store);
      sync.doc.clientID = number;
      sync.text.insert(0, "mine");
      sync.text.insert(2, "--");
      sync.text.delete(0, 1);
      server.edits.push(theirs);
      if (!deaf) sync.hear([theirs]);
      await vi.advanceTimersByTimeAsync(GATHER_MS);
      await vi.waitFor(() => expect(sync.state.renewed).toBe(true));
      sync.text.insert(sync.text.toString().indexOf("ne") + 2, "!");
      expect(sync.state.refused).toBeNull();
      await sync.close();
      const again = await aTab(server, store);
      await vi.advanceTimersByTimeAsync(GATHER_MS);
      await vi.waitFor(() => expect(again.state.waiting).toBe(0));
      expect(server.text()).toContain("theirs ");
      expect(server.text()).toContain("i--ne!");
      expect(server.text()).toHaveLength("theirs i--ne!".length);
      expect(again.text.toString()).toBe(server.text());
      expect(again.state).toMatchObject({ refused: null, renewed: false });
    });
  });
});
