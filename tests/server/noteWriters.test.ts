/**
 * Eight people write in one note at once, 10,000 edits in all (2,000 unless BOXUP_NOTES is "whole"), each cut off now and then for up to a minute, while the server is killed
 * three times in the middle of an edit: what was acknowledged is there, nothing is there twice. The server is a process of its own, the
 * writers' time is the test's. And two servers of one database, of which one hears what the other was told.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import * as Y from "yjs";
import { ApiError } from "@/lib/client/api/apiError";
import { memoryStore } from "@/lib/client/notes/noteStore";
import { NoteSync } from "@/lib/client/notes/noteSync";
import { toBase64, fromBase64 } from "@/lib/client/notes/bytes";
import { seeded } from "@/lib/engine/random";
import { adoptDatabase } from "@/lib/server/database";
import { openEmbedded } from "@/lib/server/database/embedded";
import { fromPGlite, openServer, type Database } from "@/lib/server/database/open";
import { firstUpdate } from "@/lib/server/notes/documents/first";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import { runChild, type Child } from "./setup/child";
import { freshKey } from "./setup/client";
import { joined, groupOf, noteIn, type InGroup } from "./setup/groups";
import type { Asked } from "./setup/noteServing";
import type { NoteEdits, NoteEvent } from "@/lib/wire/notes";

const WRITERS = 8;
const WHOLE = process.env.BOXUP_NOTES === "whole";
const EDITS = WHOLE ? 10_000 : 2_000;
const KILLS = [EDITS / 4, EDITS / 2, (3 * EDITS) / 4];
/** Runs of letters: 3,000 make the 50 kB of a long day's note. */
const RUNS = WHOLE ? 3_000 : 400;

type Question = Asked extends infer Each ? (Each extends Asked ? Omit<Each, "n"> : never) : never;

/** A server process, asked by lines; what it had not answered when it was killed was not answered. */
class Server {
  #child: Child | null = null;
  #n = 0;
  readonly #waiting = new Map<number, { readonly resolve: (reply: unknown) => void; readonly reject: (error: unknown) => void }>();
  readonly heard: ((event: NoteEvent) => void)[] = [];

  constructor(private readonly where: string) {}

  async start(): Promise<void> {
    const child = runChild("noteServer", this.where);
    expect(JSON.parse(await child.line())).toBe("open");
    this.#child = child;
    void this.#read(child);
  }

  async #read(child: Child): Promise<void> {
    try {
      for (;;) {
        const said = JSON.parse(await child.line()) as { n?: number; reply?: unknown; error?: ApiError; event?: NoteEvent };
        const { event } = said;
        if (event !== undefined) this.heard.forEach((hear) => hear(event));
        const waiting = this.#waiting.get(said.n ?? -1);
        this.#waiting.delete(said.n ?? -1);
        if (said.error) waiting?.reject(new ApiError(said.error.status, said.error.code, said.error.text));
        else waiting?.resolve(said.reply);
      }
    } catch {
      for (const { reject } of this.#waiting.values()) reject(ApiError.unreached());
      this.#waiting.clear();
    }
  }

  ask<T>(question: Question): Promise<T> {
    const child = this.#child;
    if (child === null) return Promise.reject(ApiError.unreached());
    const n = this.#n++;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(n, { resolve: resolve as (reply: unknown) => void, reject });
      child.process.stdin?.write(`${JSON.stringify({ ...question, n })}\n`);
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    await child?.kill();
  }
}

/** Time that passes when nothing is under way. */
function virtualTime(busy: () => boolean) {
  let now = 0;
  let order = 0;
  const tasks = new Map<number, { readonly at: number; readonly task: () => void }>();
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    later: (task: () => void, ms: number) => {
      const id = order++;
      tasks.set(id, { at: now + ms, task });
      return () => void tasks.delete(id);
    },
    async run(done: () => boolean): Promise<void> {
      for (;;) {
        do await turn();
        while (busy());
        if (done() || tasks.size === 0) return;
        const [id, { at, task }] = [...tasks].reduce((first, each) => (each[1].at < first[1].at ? each : first));
        tasks.delete(id);
        now = at;
        task();
      }
    },
  };
}

/** A group of eight with one note, made by this process before the other has the database. */
async function prepared(open: Database) {
  adoptDatabase(open);
  const { id, owner, people } = await groupOf(open, ["Ara"]);
  const all: InGroup[] = [...people];
  while (all.length < WRITERS) all.push(await joined(open, owner.id, id, `Writer ${all.length}`));
  const note = await noteIn(owner.id, id, { text: "# Together\n" });
  adoptDatabase(undefined);
  return { path: { id, note }, people: all };
}

async function writeTogether(server: Server, { path, people }: Awaited<ReturnType<typeof prepared>>, seed: string) {
  const random = seeded(seed);
  let under = 0;
  let made = 0;
  let acknowledged = 0;
  let killing = false;
  const kills = [...KILLS];
  const time = virtualTime(() => under > 0);
  const offlineUntil = people.map(() => 0);
  const kept = new Set<string>();
  const lines = new Set<string>();
  const syncs: NoteSync[] = [];

  const over = async <T>(writer: number, question: Question): Promise<T> => {
    if (time.now() < offlineUntil[writer]) throw ApiError.unreached();
    under++;
    try {
      const reply = server.ask<T>(question);
      if (killing && question.kind === "edit") {
        killing = false;
        // It may be written by then, or half, or not at all.
        await Promise.all([server.kill(), reply.catch(() => undefined)]);
        await server.start();
        throw ApiError.unreached();
      }
      const answer = await reply;
      // The answer may be lost on its way.
      if (random.next() < 0.02) throw ApiError.unreached();
      return answer;
    } finally {
      under--;
    }
  };
  people.forEach(({ id: user }, writer) => {
    const sync = new NoteSync({
      post: async (update, key) => {
        const { seq } = await over<{ seq: number }>(writer, { kind: "edit", user, path, key, update: toBase64(update) });
        acknowledged++;
        kept.add(key);
        return seq;
      },
      since: (after) => over<NoteEdits>(writer, { kind: "since", user, path, after }),
      store: memoryStore(),
      newKey: freshKey,
      later: time.later,
    });
    syncs.push(sync);
    const own: string[] = [];
    /** One edit: a line of one's own put in anywhere, or taken away again. */
    const edit = (): void => {
      if (made >= EDITS) return;
      const text = sync.text.toString();
      const gone = own.length > 4 && random.next() < 0.4 ? own.splice(random.int(0, own.length - 1), 1)[0] : null;
      const at = gone === null ? -1 : text.indexOf(gone);
      if (gone !== null && at !== -1) {
        sync.text.delete(at, gone.length);
        lines.delete(gone);
      } else {
        const line = `${writer}.${made.toString(36)}\n`;
        const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
        sync.text.insert(starts[random.int(0, starts.length - 1)], line);
        own.push(line);
        lines.add(line);
      }
      made++;
      if (made === kills[0]) {
        kills.shift();
        killing = true;
      }
      if (random.next() < 0.002) offlineUntil[writer] = time.now() + 60_000 * random.next();
      time.later(edit, random.next() < 0.01 ? 2_000 : 20 + 40 * random.next());
    };
    void sync.load().then(() => time.later(edit, 10 * writer));
    // Instead of a stream, whose hints may be lost as well, each asks now and then.
    const look = (): void => {
      sync.wake();
      time.later(look, 1_500);
    };
    time.later(look, 1_500);
  });

  const resting = (): boolean =>
    made >= EDITS && syncs.every((sync) => sync.state.waiting === 0 && sync.seq === Math.max(...syncs.map(({ seq }) => seq)));
  await time.run(resting);
  const { seq } = await server.ask<NoteEdits>({ kind: "since", user: people[0].id, path, after: 1_000_000 });
  await time.run(() => syncs.every((sync) => sync.seq === seq));
  expect(kills, "killed three times").toEqual([]);
  return { syncs, lines, acknowledged, kept, seq };
}

async function expectWhole(open: Database, note: string, { syncs, lines, kept, seq }: Awaited<ReturnType<typeof writeTogether>>) {
  const { text, updates, ...row } = await open.client.note.findUniqueOrThrow({ where: { id: note }, include: { updates: true } });
  const there = text
    .split("\n")
    .slice(0, -1)
    .map((line) => `${line}\n`);
  expect(new Set(there).size, "none twice").toBe(there.length);
  expect(there.filter((line) => line !== "# Together\n").sort()).toEqual([...lines].sort());
  expect(syncs.map((sync) => sync.text.toString()).filter((each) => each !== text)).toEqual([]);
  expect([row.seq, updates.length], "one row for each acknowledged edit, and for the note's first").toEqual([seq, kept.size + 1]);
  return { edits: updates.length, state: row.state?.length ?? 0, text: Buffer.byteLength(text) };
}

describe("writing together", () => {
  const ends: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  it("loses nothing that was acknowledged and has nothing twice (embedded)", { timeout: 600_000 }, async () => {
    const root = mkdtempSync(join(tmpdir(), "boxup-notes-"));
    ends.push(() => rmSync(root, { recursive: true, force: true }));
    const folder = join(root, "db");
    const opened = async () => {
      const embedded = await openEmbedded(folder);
      return fromPGlite(embedded.database, embedded.close);
    };
    const before = await opened();
    const scene = await prepared(before);
    await before.close();
    const server = new Server(folder);
    await server.start();
    const written = await writeTogether(server, scene, "embedded");
    await server.kill();
    const after = await opened();
    ends.push(() => after.close());
    console.log(`[notes] embedded: ${JSON.stringify(await expectWhole(after, scene.path.note, written))}`);
  });

  const postgres = inject("postgres");
  async function onServer(): Promise<{ readonly open: Database; readonly address: string }> {
    if (postgres === null) throw new Error("there is no server");
    const name = `boxup_notes_${freshKey().replaceAll("-", "").slice(0, 12)}`;
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${postgres.template}`);
    const address = new URL(postgres.url);
    address.pathname = `/${name}`;
    const open = await openServer(address.href);
    ends.push(async () => {
      await open.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    });
    return { open, address: address.href };
  }

  it.runIf(postgres)("loses nothing that was acknowledged and has nothing twice (postgres)", { timeout: 600_000 }, async () => {
    const { open, address } = await onServer();
    const scene = await prepared(open);
    const server = new Server(address);
    await server.start();
    ends.push(() => server.kill());
    const written = await writeTogether(server, scene, "postgres");
    console.log(`[notes] postgres: ${JSON.stringify(await expectWhole(open, scene.path.note, written))}`);
  });

  it.runIf(postgres)("reaches a reader of another server process within a second", { timeout: 120_000 }, async () => {
    const { open, address } = await onServer();
    const { path, people } = await prepared(open);
    const [here, there] = [new Server(address), new Server(address)];
    await Promise.all([here.start(), there.start()]);
    ends.push(async () => {
      await Promise.all([here.kill(), there.kill()]);
    });
    const heard = new Map<number, number>();
    let first = (): void => undefined;
    const greeted = new Promise<void>((resolve) => (first = resolve));
    there.heard.push((event) => {
      if (event.type !== "edits") return;
      for (const { seq } of event.edits) heard.set(seq, performance.now());
      first();
    });
    await there.ask({ kind: "listen", user: people[1].id, path });
    await greeted;
    const took: number[] = [];
    for (let i = 0; i < 10; i++) {
      const update = toBase64(firstUpdate(`line ${i}`).update);
      const { seq } = await here.ask<{ seq: number }>({ kind: "edit", user: people[0].id, path, key: freshKey(), update });
      const answered = performance.now();
      await expect.poll(() => heard.has(seq), { interval: 5, timeout: 5_000 }).toBe(true);
      took.push((heard.get(seq) ?? Number.POSITIVE_INFINITY) - answered);
    }
    console.log(`[notes] from one process to the other, after the answer: ${Math.max(...took).toFixed(0)} ms at most`);
    expect(took).toHaveLength(10);
  });

  it("keeps a note small that was typed for a day, and loads it whole", { timeout: 600_000 }, () => {
    const random = seeded("a day");
    const docs = Array.from({ length: WRITERS }, () => new Y.Doc());
    const server = new Y.Doc();
    // Runs of characters at one place, with slips taken back: about 15 bytes of text a run, from eight keyboards in turn.
    for (let run = 0; run < RUNS; run++) {
      const doc = docs[run % WRITERS];
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
      const text = doc.getText(NOTE_TEXT);
      const mine = random.next() < 0.8 ? text.length : random.int(0, text.length);
      let at = mine;
      for (const letter of "상자 둘을 겹쳐 본다\n".slice(0, random.int(4, 11))) {
        text.insert(at++, "ㅎ");
        text.delete(at - 1, 1);
        text.insert(at - 1, letter);
      }
      if (random.next() < 0.3) text.delete(at - 2, 2);
      Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
    }
    const state = Y.encodeStateAsUpdate(server);
    const started = performance.now();
    const loaded = new Y.Doc();
    Y.applyUpdate(loaded, fromBase64(toBase64(state)));
    const took = performance.now() - started;
    const bytes = Buffer.byteLength(server.getText(NOTE_TEXT).toString());
    console.log(`[notes] ${RUNS} runs of typing: ${bytes} bytes of text, ${state.length} bytes of state, loaded in ${took.toFixed(0)} ms`);
    expect(loaded.getText(NOTE_TEXT).toString()).toBe(server.getText(NOTE_TEXT).toString());
    expect(state.length).toBeLessThan(20 * bytes);
  });
});
