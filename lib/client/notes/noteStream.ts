/**
 * One connection for a browser, however many notes its tabs have open: browsers allow six to a site, and a seventh would wait for ever. One
 * tab holds it and tells the others what it hears. Whoever misses something asks by number, so nothing depends on who that is.
 */
import { listenToNotes, type NoteEvent } from "@/lib/wire/notes";
import { NOTES_LISTENED } from "@/lib/wire/noteParts";
import { ApiError } from "../api/apiError";
import { listen } from "../api/listen";
import { newKey } from "../api/key";

export interface Ear {
  readonly note: string;
  /** The last edit that the tab has. */
  readonly at: () => number;
  readonly hear: (event: NoteEvent) => void;
  /** Whether events come. */
  readonly connected: (on: boolean) => void;
}

/** What tabs tell each other. */
type Said =
  /** A tab has these notes open, and wants to hear from these numbers on. */
  | { readonly kind: "want"; readonly tab: string; readonly notes: readonly (readonly [note: string, at: number])[] }
  /** Whoever holds the connection asks everybody what they want. */
  | { readonly kind: "who" }
  | { readonly kind: "event"; readonly event: NoteEvent }
  /** Now and then, and when it changes. */
  | { readonly kind: "alive"; readonly on: boolean };

const NAME = "boxup.notes.stream";
const ALIVE_MS = 10_000;
/** A tab that is looked at and has heard nothing for so long takes the connection over: the holder may be frozen. */
const SILENT_MS = 25_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      window.removeEventListener("online", done);
      resolve();
    }
    signal.addEventListener("abort", done, { once: true });
    window.addEventListener("online", done, { once: true });
  });

/** The tab's side: its ears, and the connection while it holds it. */
class NoteStream {
  readonly #tab = newKey();
  readonly #ears = new Set<Ear>();
  readonly #wanted = new Map<string, ReadonlyMap<string, number>>();
  readonly #present = new Map<string, NoteEvent>();
  #channel: BroadcastChannel | null = null;
  /** Ends the tab's holding, or its waiting for it. */
  #leave: AbortController | null = null;
  #holding = false;
  /** Ends the one connection, which is opened anew with what is wanted then. */
  #reopen = new AbortController();
  #heardAt = 0;
  #on = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  add(ear: Ear): () => void {
    this.#ears.add(ear);
    if (this.#ears.size === 1) this.#begin();
    else this.#want();
    return () => {
      this.#ears.delete(ear);
      this.#want();
      if (this.#ears.size === 0) this.#end();
    };
  }

  #begin(): void {
    if (typeof BroadcastChannel !== "undefined") {
      this.#channel = new BroadcastChannel(NAME);
      this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#heard(data);
    }
    this.#heardAt = Date.now();
    this.#timer = setInterval(() => this.#beat(), ALIVE_MS);
    this.#hold(false);
    this.#want();
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#leave?.abort();
    this.#leave = null;
    this.#channel?.close();
    this.#channel = null;
    this.#wanted.clear();
    this.#present.clear();
  }

  #say(said: Said): void {
    this.#channel?.postMessage(said);
  }

  #want(): void {
    const notes = [...this.#ears].map(({ note, at }) => [note, at()] as const);
    if (this.#holding) this.#note(this.#tab, notes);
    else this.#say({ kind: "want", tab: this.#tab, notes });
  }

  /** What a tab wants. Where that is more than the connection brings, it is opened anew. */
  #note(tab: string, notes: readonly (readonly [string, number])[]): void {
    const before = this.#notes();
    this.#wanted.set(tab, new Map(notes));
    for (const [note] of notes) {
      const present = this.#present.get(note);
      if (before.has(note) && present !== undefined) this.#tell(present);
    }
    const after = this.#notes();
    if ([...after.keys()].some((note) => !before.has(note)) || [...before.keys()].some((note) => !after.has(note))) this.#reopen.abort();
  }

  /** Each note that some tab has open, with the smallest number that is wanted of it. */
  #notes(): Map<string, number> {
    const all = new Map<string, number>();
    for (const notes of this.#wanted.values())
      for (const [note, at] of notes) all.set(note, Math.min(at, all.get(note) ?? Number.POSITIVE_INFINITY));
    return all;
  }

  #heard(said: Said): void {
    if (said.kind === "want") {
      if (this.#holding) this.#note(said.tab, said.notes);
      return;
    }
    this.#heardAt = Date.now();
    if (said.kind === "who") this.#want();
    else if (said.kind === "alive") this.#connected(said.on);
    else this.#hear(said.event);
  }

  #hear(event: NoteEvent): void {
    for (const ear of this.#ears) if (ear.note === event.note) ear.hear(event);
  }

  #connected(on: boolean): void {
    this.#on = on;
    for (const ear of this.#ears) ear.connected(on);
  }

  /** To all tabs, this one among them. */
  #tell(event: NoteEvent): void {
    this.#say({ kind: "event", event });
    this.#hear(event);
  }

  #beat(): void {
    if (this.#holding) {
      this.#say({ kind: "alive", on: this.#on });
      // A tab that has crashed says no more what it wants, and is asked no more.
      this.#wanted.clear();
      this.#want();
      this.#say({ kind: "who" });
    } else if (document.visibilityState === "visible" && Date.now() - this.#heardAt > SILENT_MS) {
      this.#heardAt = Date.now();
      this.#leave?.abort();
      this.#hold(true);
    }
  }

  /** Waits for its turn to hold the connection, and holds it. @param steal takes it from whoever has it */
  #hold(steal: boolean): void {
    const leave = new AbortController();
    this.#leave = leave;
    const work = async (): Promise<void> => {
      if (leave.signal.aborted) return;
      this.#holding = true;
      this.#want();
      this.#say({ kind: "who" });
      try {
        await this.#keepOpen(leave.signal);
      } finally {
        this.#holding = false;
      }
    };
    if (!("locks" in navigator) || this.#channel === null) {
      void work();
      return;
    }
    navigator.locks.request(NAME, steal ? { steal } : { signal: leave.signal }, work).catch(() => {
      // Taken over by another tab, or left before it was its turn.
      const lost = this.#leave === leave && !leave.signal.aborted;
      leave.abort();
      this.#reopen.abort();
      if (lost) this.#hold(false);
    });
  }

  async #keepOpen(signal: AbortSignal): Promise<void> {
    let wait = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      this.#reopen = new AbortController();
      const reopen = this.#reopen.signal;
      const end = (): void => this.#reopen.abort();
      signal.addEventListener("abort", end, { once: true });
      try {
        await this.#open(reopen, () => (wait = FIRST_PAUSE_MS));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
      } finally {
        signal.removeEventListener("abort", end);
      }
      if (signal.aborted || reopen.aborted) continue;
      this.#connected(false);
      this.#say({ kind: "alive", on: false });
      await pause(wait * (0.5 + Math.random() / 2), signal);
      wait = Math.min(2 * wait, LONGEST_PAUSE_MS);
    }
  }

  async #open(signal: AbortSignal, opened: () => void): Promise<void> {
    const notes = [...this.#notes()].slice(0, NOTES_LISTENED);
    if (notes.length === 0) {
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      return;
    }
    const at = notes.map(([note, seq]) => `${note}.${seq}`).join(",");
    for await (const { data } of listen(listenToNotes, { query: { at }, signal })) {
      if (data.type === "here") {
        opened();
        this.#connected(true);
        this.#say({ kind: "alive", on: true });
      }
      this.#remember(data);
      this.#tell(data);
    }
  }

  /** Who is in a note, for tabs that open it later; and how far everybody has come, for the next connection. */
  #remember(event: NoteEvent): void {
    if (event.type === "here") this.#present.set(event.note, event);
    const known = this.#present.get(event.note);
    if (known?.type !== "here") return;
    if (event.type === "present") {
      const changed = event.present.map(({ client }) => client);
      const stay = known.present.filter(({ client }) => !changed.includes(client) && !event.left.includes(client));
      this.#present.set(event.note, { ...known, present: [...stay, ...event.present] });
    } else if (event.type === "gone") this.#present.delete(event.note);
    const seq = event.type === "edits" ? event.edits.at(-1)?.seq : event.type === "behind" ? event.seq : undefined;
    if (seq === undefined) return;
    this.#present.set(event.note, { ...known, seq });
    for (const [tab, notes] of this.#wanted) if (notes.has(event.note)) this.#wanted.set(tab, new Map([...notes, [event.note, seq]]));
  }
}

const stream = new NoteStream();

/** Hears of a note until the function that comes back is called. */
export const hearOf = (ear: Ear): (() => void) => stream.add(ear);
