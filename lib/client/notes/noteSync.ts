/**
 * One note in one tab: a Yjs document that is kept in step with the server. What is written here is stored in the browser, then sent under
 * a key until the server has acknowledged it; what others write is applied in the order of the server's numbers, and never while somebody
 * composes a letter here. Knows nothing of the browser: what it needs of the world is handed in.
 */
import * as Y from "yjs";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import { ApiError } from "../api/apiError";
import { outcomeOf, pauseFor } from "../outbox/entry";
import { fromBase64 } from "./bytes";
import { leavesAlone, type Span } from "./composing";
import { following } from "./following";
import { COMPOSED_MS, GAP_MS, GATHER_MS, MOST_BYTES, OPEN_LETTER_MS, SNAPSHOT_MS } from "./pace";
import { renumbered, renumberingsOf, type Renumberings } from "./renumber";
import { fetchNote, type SyncState, type World } from "./world";
import type { NoteEdit } from "@/lib/wire/notes";
import type { Kept, Snapshot } from "./noteStore";

/** Origins of changes that did not begin at this keyboard. */
const REMOTE = Symbol("remote");

export class NoteSync {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText(NOTE_TEXT);
  #state: SyncState = { loaded: false, waiting: 0, stored: true, reached: true, refused: null, renewed: false, tooLong: false };
  readonly #listeners = new Set<() => void>();
  #seq = 0;
  /** Heard and not applied yet, by number; null for what was written here and is in the document. */
  readonly #heard = new Map<number, Uint8Array | null>();
  #draft: Uint8Array[] = [];
  #queue: Kept[] = [];
  #composing = false;
  /** Where a letter is being composed, in the text; null where that cannot be told. */
  #where: (() => Span) | null = null;
  #calm: (() => void)[] = [];
  #closed = false;
  /** What is written here is sent under other numbers. */
  #numbers: Renumberings | null = null;
  #pumping = false;
  #tries = 0;
  #catching: Promise<void> | null = null;
  #stored: Promise<unknown> = Promise.resolve();
  #stopGather: (() => void) | null = null;
  #stopRetry: (() => void) | null = null;
  #stopSnapshot: (() => void) | null = null;
  #stopGap: (() => void) | null = null;
  #stopBeside: (() => void) | null = null;

  constructor(private readonly world: World) {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.#wrote(update);
    });
  }

  get state(): SyncState {
    return this.#state;
  }

  /** The last edit of the server that is here. */
  get seq(): number {
    return this.#seq;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #show(change: Partial<SyncState>): void {
    const waiting = this.#queue.reduce((sum, { edits }) => sum + edits, this.#draft.length);
    const stored = this.#draft.length === 0 && this.#queue.every(({ place }) => place !== Number.POSITIVE_INFINITY);
    const next = { ...this.#state, waiting, stored, ...change };
    if ((Object.keys(next) as (keyof SyncState)[]).every((name) => next[name] === this.#state[name])) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  /** Shows what is kept here, then what the server has. */
  async load(): Promise<void> {
    const { snapshot, kept } = await this.world.store.load();
    this.#queue = [...kept];
    this.doc.transact(() => {
      if (snapshot !== null) Y.applyUpdate(this.doc, snapshot.state, REMOTE);
      for (const { update } of kept) Y.applyUpdate(this.doc, update, REMOTE);
    }, REMOTE);
    this.#seq = snapshot?.seq ?? 0;
    this.#show({ loaded: snapshot !== null });
    await this.catchUp();
    void this.#pump();
  }

  // What is written here
  #wrote(update: Uint8Array): void {
    this.#draft.push(update);
    if (this.#composing) this.#besideLater();
    this.#show({});
    if (this.#stopGather === null) this.#gather(this.#composing ? COMPOSED_MS : GATHER_MS);
  }

  #gather(ms: number): void {
    this.#stopGather?.();
    this.#stopGather = this.world.later(() => void this.flush(), ms);
  }

  /**
   * Somebody begins or ends composing a letter: while they type nothing of others changes the text, and until the end nothing changes it
   * where the letter stands.
   * @param where the stretch that must not be touched; absent, nothing is applied until the end
   */
  compose(on: boolean, where: (() => Span) | null = null): void {
    this.#where = on ? where : null;
    if (this.#composing === on) return;
    this.#composing = on;
    this.#stopBeside?.();
    if (on) {
      this.#besideLater();
      if (this.#draft.length > 0) this.#gather(COMPOSED_MS);
      return;
    }
    const waiting = this.#calm;
    this.#calm = [];
    for (const go of waiting) go();
    this.#apply();
    if (this.#draft.length > 0) this.#gather(0);
  }

  #untilCalm(): Promise<void> {
    return this.#composing ? new Promise((resolve) => this.#calm.push(resolve)) : Promise.resolve();
  }

  /** Stores what was typed and begins to send it. */
  async flush(): Promise<void> {
    this.#stopGather?.();
    this.#stopGather = null;
    if (this.#draft.length === 0) return;
    const edits = this.#draft.length;
    const written = Y.mergeUpdates(this.#draft);
    const update = this.#numbers === null ? written : renumbered(written, this.#numbers);
    const row = { key: this.world.newKey(), update, tried: false, edits };
    this.#draft = [];
    const unstored: Kept = { ...row, place: Number.POSITIVE_INFINITY };
    this.#queue = [...this.#queue, unstored];
    const stored = this.#stored.then(async () => {
      const kept = await this.world.store.add(row);
      this.#queue = this.#queue.map((each) => (each === unstored ? kept : each));
    });
    this.#stored = stored.catch(() => undefined);
    await stored;
    this.#show({});
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#pumping || this.#closed || this.#numbers !== null || this.#state.refused !== null) return;
    this.#pumping = true;
    this.#stopRetry?.();
    try {
      for (let head = await this.#next(); head !== null && !this.#closed; head = await this.#next()) if (!(await this.#send(head))) break;
    } finally {
      this.#pumping = false;
    }
  }

  /** What is to be sent next: edits that have not been on their way go together. */
  async #next(): Promise<Kept | null> {
    await this.#settled();
    const [head] = this.#queue;
    if (head === undefined) return null;
    let size = 0;
    const upTo = this.#queue.findIndex(({ tried, update }) => tried || (size += update.length) > MOST_BYTES);
    const fresh = this.#queue.slice(0, upTo === -1 ? undefined : upTo);
    if (fresh.length < 2) return head;
    const merged = {
      key: this.world.newKey(),
      update: Y.mergeUpdates(fresh.map(({ update }) => update)),
      tried: false,
      edits: fresh.reduce((sum, { edits }) => sum + edits, 0),
    };
    return this.#replace(fresh, merged);
  }

  /** Everything in the queue stands in the store. */
  async #settled(): Promise<void> {
    while (this.#queue.some(({ place }) => place === Number.POSITIVE_INFINITY)) await this.#stored;
  }

  async #replace(these: readonly Kept[], by: Omit<Kept, "place">): Promise<Kept> {
    const kept = await this.world.store.replace(these, by);
    this.#queue = [kept, ...this.#queue.filter((each) => !these.includes(each))];
    return kept;
  }

  /** Whether to go on with the next. */
  async #send(edit: Kept): Promise<boolean> {
    try {
      if (!edit.tried) {
        const tried = { ...edit, tried: true };
        await this.world.store.markTried(edit);
        this.#queue = this.#queue.map((each) => (each === edit ? tried : each));
      }
      const seq = await this.world.post(edit.update, edit.key);
      this.#queue = this.#queue.filter(({ key }) => key !== edit.key);
      await this.world.store.remove(edit);
      if (seq > this.#seq) this.#heard.set(seq, null);
      this.#tries = 0;
      this.#show({ reached: true, tooLong: false });
      this.#apply();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return this.#failed(error);
    }
  }

  async #failed(error: ApiError): Promise<boolean> {
    const outcome = outcomeOf(error);
    if (outcome.kind === "away") {
      this.#tries++;
      this.#show({ reached: false });
      this.#stopRetry = this.world.later(() => void this.#pump(), Math.min(pauseFor(error, this.#tries), 30_000));
      return false;
    }
    if (error.code === "note-behind") return this.#mend();
    if (error.code === "number-taken") return this.#renumber();
    if (error.code === "note-too-long") {
      // Nothing of it was kept: it goes together with what makes the text shorter.
      await this.#settled();
      const all = this.#queue;
      const update = Y.mergeUpdates(all.map((each) => each.update));
      await this.#replace(all, { key: this.world.newKey(), update, tried: false, edits: all.reduce((sum, { edits }) => sum + edits, 0) });
      this.#show({ reached: true, tooLong: true });
      return false;
    }
    this.#show({ reached: true, refused: error });
    return false;
  }

  /** The server lacks something that is here: it gets all that it lacks, as one edit. */
  async #mend(): Promise<boolean> {
    try {
      const { doc: server } = await fetchNote(this.world.since);
      await this.#settled();
      const lacking = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(server));
      await this.#replace(this.#queue, {
        key: this.world.newKey(),
        update: lacking,
        tried: false,
        edits: Math.max(1, this.#state.waiting),
      });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return this.#failed(error);
    }
  }

  /** The number of this tab is somebody else's: what waits goes under a fresh one, and the note is opened anew with it. */
  async #renumber(): Promise<boolean> {
    try {
      const { seq, state } = await fetchNote(this.world.since);
      await this.flush();
      await this.#settled();
      const all = this.#queue;
      const queued = Y.mergeUpdates(all.map(({ update }) => update));
      this.#numbers = renumberingsOf(all[0].update, queued);
      const edits = all.reduce((sum, each) => sum + each.edits, 0);
      await this.#replace(all, { key: this.world.newKey(), update: renumbered(queued, this.#numbers), tried: false, edits });
      await this.renew({ seq, state });
      return false;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return this.#failed(error);
    }
  }

  /** Has the note opened anew in this tab. @param snapshot what it begins with, where that is known */
  async renew(snapshot: Snapshot | null = null): Promise<void> {
    if (snapshot !== null) await this.world.store.keepSnapshot(snapshot);
    this.#numbers ??= new Map();
    this.#show({ renewed: true });
  }

  // What others write
  /** Edits as the server tells them, in any order. */
  hear(edits: readonly NoteEdit[]): void {
    for (const { seq, update } of edits) if (seq > this.#seq && !this.#heard.has(seq)) this.#heard.set(seq, fromBase64(update));
    this.#apply();
  }

  /** Applies what follows on what is here, as one change of the document. */
  #apply(beside = false): void {
    if ((this.#composing && !beside) || this.#closed) return;
    const { updates, seq } = following(this.#heard, this.#seq);
    for (let done = this.#seq + 1; done <= seq; done++) this.#heard.delete(done);
    this.#seq = seq;
    if (updates.length > 0)
      this.doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.doc, update, REMOTE);
      }, REMOTE);
    this.#stopGap?.();
    this.#stopGap = this.#heard.size > 0 ? this.world.later(() => void this.catchUp(), GAP_MS) : null;
    this.#stopSnapshot ??= this.world.later(() => void this.#keepSnapshot(), SNAPSHOT_MS);
  }

  #besideLater(): void {
    this.#stopBeside?.();
    this.#stopBeside = this.#where === null ? null : this.world.later(() => this.#applyBeside(), OPEN_LETTER_MS);
  }

  /** Applies what was heard where it leaves the open letter alone: tried on a copy first. */
  #applyBeside(): void {
    if (!this.#composing || this.#where === null || this.#closed) return;
    const { updates } = following(this.#heard, this.#seq);
    if (updates.length > 0 && leavesAlone(this.doc, updates, this.#where())) this.#apply(true);
    this.#besideLater();
  }

  /** Asks the server for what is missing. */
  catchUp(): Promise<void> {
    this.#catching ??= this.#catchUp().finally(() => (this.#catching = null));
    return this.#catching;
  }

  async #catchUp(): Promise<void> {
    try {
      for (let behind = true; behind && !this.#closed;) {
        const edits = await this.world.since(this.#seq);
        await this.#untilCalm();
        if (this.#closed) return;
        if (edits.state !== null && edits.state.seq > this.#seq) {
          Y.applyUpdate(this.doc, fromBase64(edits.state.update), REMOTE);
          this.#seq = edits.state.seq;
          for (const seq of this.#heard.keys()) if (seq <= this.#seq) this.#heard.delete(seq);
        }
        this.hear(edits.updates);
        behind = this.#seq < edits.seq && (edits.state !== null || edits.updates.length > 0);
      }
      this.#show({ loaded: true, reached: true });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (outcomeOf(error).kind === "away") this.#show({ reached: false });
      else this.#show({ refused: error });
    }
  }

  /** The network is back, or somebody looks at the page again: everything that waits is tried now. */
  wake(): void {
    if (this.#closed) return;
    if (this.#state.refused?.code === "no-session") this.#show({ refused: null });
    this.#tries = 0;
    void this.catchUp();
    void this.#pump();
  }

  /** Nothing can be written any more, or be read: what waits stays in this browser. */
  refuse(error: ApiError): void {
    this.#show({ refused: error });
  }

  /** The note as it stands, with what waits beside it, for the time without a network. */
  async #keepSnapshot(): Promise<void> {
    this.#stopSnapshot = null;
    // What is not stored as an edit must not be in the copy either: it would be shown and never be sent.
    await this.flush();
    if (this.#draft.length > 0 || this.#closed || this.#numbers !== null) return;
    await this.world.store.keepSnapshot({ seq: this.#seq, state: Y.encodeStateAsUpdate(this.doc) });
  }

  /** Stops; what was typed is stored first. */
  async close(): Promise<void> {
    const stored = this.flush();
    this.#closed = true;
    for (const stop of [this.#stopBeside, this.#stopRetry, this.#stopSnapshot, this.#stopGap]) stop?.();
    await stored;
    this.doc.destroy();
  }
}
