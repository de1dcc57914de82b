/**
 * Eight people who write Hangul in one note over a bad network: every letter a composition of several steps, 300 ± 200 ms of latency each
 * way, one message in fifty lost on the way there or back. Time is the test's own.
 */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { seeded } from "@/lib/engine/random";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import { ApiError } from "../api/apiError";
import { fromBase64, toBase64 } from "./bytes";
import { memoryStore } from "./noteStore";
import { NoteSync } from "./noteSync";
import type { World } from "./world";
import type { NoteEdit } from "@/lib/wire/notes";

type Random = ReturnType<typeof seeded>;

/** Time that passes when there is nothing left to do in the present. */
function virtualTime() {
  let now = 0;
  let order = 0;
  const tasks = new Map<number, { readonly at: number; readonly task: () => void }>();
  const later = (task: () => void, ms: number): (() => void) => {
    const id = order++;
    tasks.set(id, { at: now + ms, task });
    return () => void tasks.delete(id);
  };
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 40; i++) await Promise.resolve();
  };
  return {
    later,
    now: () => now,
    wait: (ms: number): Promise<void> => new Promise((resolve) => later(resolve, ms)),
    /** Runs until `done`, or until nothing is left. */
    async run(done: () => boolean): Promise<void> {
      await settled();
      while (!done() && tasks.size > 0) {
        const [id, { at, task }] = [...tasks].reduce((first, each) => (each[1].at < first[1].at ? each : first));
        tasks.delete(id);
        now = at;
        task();
        await settled();
      }
    },
  };
}

/** The server: numbers edits, keeps each once by its key, and tells everybody who listens. */
class Server {
  readonly edits: NoteEdit[] = [];
  readonly #keys = new Map<string, number>();
  readonly listeners: ((edits: readonly NoteEdit[]) => void)[] = [];
  readonly doc = new Y.Doc();

  post(update: Uint8Array, key: string): number {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    Y.applyUpdate(this.doc, update);
    if (this.doc.store.pendingStructs !== null) throw new Error("an edit came before the one it builds on");
    const edit = { seq: this.edits.length + 1, update: toBase64(update), by: "somebody" };
    this.edits.push(edit);
    this.#keys.set(key, edit.seq);
    for (const tell of this.listeners) tell([edit]);
    return edit.seq;
  }
}

const LOSS = 0.02;
const latency = (random: Random): number => 100 + 400 * random.next();

function tabOf(server: Server, time: ReturnType<typeof virtualTime>, random: Random) {
  const store = memoryStore();
  let keys = 0;
  const over = async <T>(work: () => T): Promise<T> => {
    await time.wait(latency(random));
    if (random.next() < LOSS) throw ApiError.unreached();
    const answer = work();
    await time.wait(latency(random));
    if (random.next() < LOSS) throw ApiError.unreached();
    return answer;
  };
  const name = random.int(0, 1_000_000_000);
  const world: World = {
    post: (update, key) => over(() => server.post(update, key)),
    since: (after) => over(() => ({ seq: server.edits.length, state: null, updates: server.edits.slice(after) })),
    store,
    newKey: () => `${name}-${keys++}`,
    later: time.later,
  };
  const sync = new NoteSync(world);
  // Events may overtake each other, and some never come.
  server.listeners.push((edits) => {
    if (random.next() >= LOSS) time.later(() => sync.hear(edits), latency(random));
  });
  return { sync, world };
}

/** The steps of one syllable as a keyboard composes it: 한 is ㅎ, 하, 한. */
function stepsOf(code: number): string[] {
  const [initial, vowel, final] = [Math.floor(code / 588), Math.floor((code % 588) / 28), code % 28];
  const jamo = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[initial];
  const steps = [jamo, String.fromCharCode(0xac00 + initial * 588 + vowel * 28)];
  return final === 0 ? steps : [...steps, String.fromCharCode(0xac00 + code)];
}

const SYLLABLES = 60;

describe("writing together", () => {
  it.each([1, 2, 3])("loses no letter of Hangul and breaks no composition (%i)", async (seed) => {
    const time = virtualTime();
    const server = new Server();
    const random = seeded(`hangul-${seed}`);
    server.post(
      (() => {
        const doc = new Y.Doc();
        doc.getText(NOTE_TEXT).insert(0, "오늘\n\n배운 것\n\n정리\n");
        return Y.encodeStateAsUpdate(doc);
      })(),
      "first",
    );
    let broken = 0;
    let composed = 0;
    let typing = 0;

    async function type(writer: number): Promise<NoteSync> {
      const { sync } = tabOf(server, time, seeded(`tab-${seed}-${writer}`));
      const { text } = sync;
      await sync.load();
      while (!sync.state.loaded) {
        await time.wait(1000);
        sync.wake();
      }
      typing++;
      for (let n = 0; n < SYLLABLES; n++) {
        // Half of the time in a line where somebody else may be writing.
        let at = n % 10 === 0 ? random.int(0, text.length) : text.length === 0 ? 0 : random.int(Math.max(0, text.length - 12), text.length);
        const steps = stepsOf(writer * 1000 + n);
        const lineFrom = () => text.toString().lastIndexOf("\n", at - 1) + 1;
        const lineTo = () => {
          const end = text.toString().indexOf("\n", at);
          return end === -1 ? text.length : end;
        };
        sync.compose(true, () => ({ from: lineFrom(), to: lineTo() }));
        // What changes before the letter moves it along; nothing may change at it.
        const follow = (event: Y.YTextEvent, { local }: Y.Transaction) => {
          if (local) return;
          let index = 0;
          for (const { retain = 0, insert, delete: deleted = 0 } of event.delta) {
            if (typeof insert === "string" && index < at) {
              at += insert.length;
              index += insert.length;
            }
            if (deleted > 0 && index < at) at -= deleted;
            index += retain;
          }
        };
        text.observe(follow);
        let written = "";
        for (const step of steps) {
          if (written !== "" && text.toString().slice(at, at + 1) !== written) broken++;
          text.doc?.transact(() => {
            if (written !== "") text.delete(at, 1);
            text.insert(at, step);
          });
          written = step;
          await time.wait(60 + 120 * random.next());
        }
        // Now and then somebody stops with the letter open.
        if (random.next() < 0.05) await time.wait(4000);
        if (text.toString().slice(at, at + 1) !== written) broken++;
        text.unobserve(follow);
        composed++;
        sync.compose(false);
        await time.wait(random.next() < 0.1 ? 2000 * random.next() : 10);
      }
      typing--;
      return sync;
    }

    const syncs: NoteSync[] = [];
    const all = Promise.all(Array.from({ length: 8 }, (_, writer) => type(writer).then((sync) => syncs.push(sync))));
    await time.run(() => syncs.length === 8 && typing === 0);
    await all;
    // Everybody comes to rest: what waits is sent again, what was missed is asked for.
    const resting = () => syncs.every((sync) => sync.state.waiting === 0 && sync.seq === server.edits.length);
    while (!resting()) {
      syncs.forEach((sync) => sync.wake());
      let rested = false;
      time.later(() => (rested = true), 3000);
      await time.run(() => rested);
    }

    const text = server.doc.getText(NOTE_TEXT).toString();
    const counts = Array.from({ length: 8 * SYLLABLES }, (_, i) => {
      const letter = String.fromCharCode(0xac00 + Math.floor(i / SYLLABLES) * 1000 + (i % SYLLABLES));
      return text.split(letter).length - 1;
    });
    expect(counts.filter((count) => count !== 1)).toEqual([]);
    expect(syncs.map((sync) => sync.text.toString()).filter((each) => each !== text)).toEqual([]);
    expect([broken, composed]).toEqual([0, 8 * SYLLABLES]);
    expect(server.edits.length, "a composition is not sent step by step").toBeLessThan(8 * SYLLABLES * 2);
    expect(fromBase64(server.edits[0].update).length).toBeGreaterThan(10);
  });
});
