/**
 * One connection for a browser, however many notes and groups its tabs have open: browsers allow six to a site, and a seventh would wait for ever. One
 * tab holds it and tells the others what it hears. Whoever misses something asks by number, so nothing depends on who that is.
 */
import { listenToNotes, type LiveEvent, type NoteEvent } from "@/lib/wire/notes";
import { GROUPS_LISTENED, NOTES_LISTENED } from "@/lib/wire/noteParts";
import { ApiError } from "../api/apiError";
import { listen } from "../api/listen";
import { newKey } from "../api/key";
import { INBOX, setHears } from "./hears";

interface NoteEar {
  readonly note: string;
  /** The last edit that the tab has. */
  readonly at: () => number;
  readonly hear: (event: NoteEvent) => void;
  /** Whether events come. */
  readonly connected: (on: boolean) => void;
}

/** What is written in a group, or new in one's inbox: `hear` says that there is something to ask for. */
export interface NewsEar {
  /** A group's id, or `INBOX`. */
  readonly of: string;
  readonly hear: () => void;
}
type Ear = NoteEar | NewsEar;

/** What a tab has open: notes, with the last edit that it has of each, and groups. */
interface Wanted {
  readonly notes: readonly (readonly [note: string, at: number])[];
  readonly news: readonly string[];
}

/** What tabs tell each other. */
type Said =
  | ({ readonly kind: "want"; readonly tab: string } & Wanted)
  /** Whoever holds the connection asks everybody what they want. */
  | { readonly kind: "who" }
  | { readonly kind: "event"; readonly event: LiveEvent }
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
class LiveStream {
  readonly #tab = newKey();
  readonly #ears = new Set<Ear>();
  readonly #wanted = new Map<string, { readonly notes: ReadonlyMap<string, number>; readonly news: readonly string[] }>();
  /** Tabs that have said what they want since the last beat. */
  readonly #alive = new Set<string>();
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
    this.#alive.clear();
    this.#present.clear();
    this.#connected(false);
  }

  #say(said: Said): void {
    this.#channel?.postMessage(said);
  }

  #want(): void {
    const ears = [...this.#ears];
    const notes = ears.flatMap((ear) => ("note" in ear ? [[ear.note, ear.at()] as const] : []));
    const news = [...new Set(ears.flatMap((ear) => ("of" in ear ? [ear.of] : [])))];
    if (this.#holding) this.#note(this.#tab, { notes, news });
    else this.#say({ kind: "want", tab: this.#tab, notes, news });
  }

  /** What a tab wants. Where that is more, or less, than the connection brings, it is opened anew. */
  #note(tab: string, { notes, news }: Wanted): void {
    const before = this.#names();
    this.#alive.add(tab);
    this.#wanted.set(tab, { notes: new Map(notes), news });
    for (const [note] of notes) {
      const present = this.#present.get(note);
      if (before.has(note) && present !== undefined) this.#tell(present);
    }
    this.#compare(before);
  }

  #compare(before: ReadonlySet<string>): void {
    const after = this.#names();
    if (after.size !== before.size || [...after].some((name) => !before.has(name))) this.#reopen.abort();
  }

  /** Each note that some tab has open, with the smallest number that is wanted of it. */
  #notes(): Map<string, number> {
    const all = new Map<string, number>();
    for (const { notes } of this.#wanted.values())
      for (const [note, at] of notes) all.set(note, Math.min(at, all.get(note) ?? Number.POSITIVE_INFINITY));
    return all;
  }

  #news(): ReadonlySet<string> {
    return new Set([...this.#wanted.values()].flatMap(({ news }) => news));
  }

  #names(): ReadonlySet<string> {
    return new Set([...this.#notes().keys(), ...this.#news()]);
  }

  #heard(said: Said): void {
    if (said.kind === "want") {
      if (!this.#holding) return;
      this.#note(said.tab, said);
      this.#say({ kind: "alive", on: this.#on });
      return;
    }
    this.#heardAt = Date.now();
    if (said.kind === "who") this.#want();
    else if (said.kind === "alive") this.#connected(said.on);
    else this.#hear(said.event);
  }

  #hear(event: LiveEvent): void {
    if ("note" in event) {
      for (const ear of this.#ears) if ("note" in ear && ear.note === event.note) ear.hear(event);
    } else {
      const of = event.type === "inbox" ? INBOX : event.group;
      for (const ear of this.#ears) if ("of" in ear && ear.of === of) ear.hear();
    }
  }

  #connected(on: boolean): void {
    this.#on = on;
    setHears(on);
    for (const ear of this.#ears) if ("note" in ear) ear.connected(on);
  }

  /** To all tabs, this one among them. */
  #tell(event: LiveEvent): void {
    this.#say({ kind: "event", event });
    this.#hear(event);
  }

  #beat(): void {
    if (this.#holding) {
      this.#say({ kind: "alive", on: this.#on });
      // A tab that has crashed, or is frozen, does not say what it wants any more.
      const before = this.#names();
      for (const tab of this.#wanted.keys()) if (!this.#alive.has(tab)) this.#wanted.delete(tab);
      this.#compare(before);
      this.#alive.clear();
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
    const news = this.#news();
    if (notes.length === 0 && news.size === 0) {
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      return;
    }
    const at = notes.map(([note, seq]) => `${note}.${seq}`).join(",");
    const groups = [...news]
      .filter((of) => of !== INBOX)
      .slice(0, GROUPS_LISTENED)
      .join(",");
    const query = { ...(at && { at }), ...(groups && { groups }) };
    let first = true;
    for await (const { data } of listen(listenToNotes, { query, signal })) {
      if (first) {
        first = false;
        opened();
        this.#connected(true);
        this.#say({ kind: "alive", on: true });
      }
      if ("note" in data) this.#remember(data);
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
    for (const [tab, { notes, news }] of this.#wanted)
      if (notes.has(event.note)) this.#wanted.set(tab, { notes: new Map([...notes, [event.note, seq]]), news });
  }
}

const stream = new LiveStream();

/** Hears of a note, of a group or of the inbox until the function that comes back is called. */
export const hearOf = (ear: Ear): (() => void) => stream.add(ear);
