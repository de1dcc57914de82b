/**
 * Who listens to which note in this process. Hints come from the database, from edits of this process and of others alike; for each, the
 * rows are read once and handed to everybody who listens. What is in memory here can be lost at any time: readers ask again by number.
 */
import { database, type Database } from "../database";
import { editsAfter } from "./edits";
import { EDITED, NEWS, PLACES, PRESENCE, type Shown } from "./hints";
import { PRESENT_MS } from "@/lib/wire/noteParts";
import type { NoteEdit, Present } from "@/lib/wire/notes";

/** Edits that a room remembers. */
const REMEMBERED = 300;
/** Hints are hints: so often everybody who listens looks by themselves. */
const LOOK_MS = 15_000;
/** Tabs in one note whose presence is remembered. */
const MOST_PRESENT = 64;

/** What a reader is called for. */
export interface Watcher {
  /** There is something new in the note. */
  readonly wake: () => void;
  /** Somebody's place in the group has ended: look whether one may still read. */
  readonly doubt: () => void;
}

interface Here extends Present {
  /** When it is forgotten, in ms since 1970. */
  readonly until: number;
  /** Counts what the room has heard of presence: who is told up to here knows this. */
  readonly at: number;
}

export class Room {
  /** The edits up to this one are told. */
  seq: number;
  readonly watchers = new Set<Watcher>();
  #recent: NoteEdit[] = [];
  #reading: Promise<void> | null = null;
  #again = false;
  #present = new Map<number, Here>();
  #left: { readonly client: number; readonly at: number }[] = [];
  #heard = 0;

  constructor(
    private readonly open: Database,
    readonly id: string,
    readonly groupId: string,
    seq: number,
  ) {
    this.seq = seq;
  }

  /** Reads what is new, once for however many ask meanwhile. */
  look(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const edits = await editsAfter(this.open.client, this.id, this.seq);
      if (edits === null) {
        const note = await this.open.client.note.findUnique({ where: { id: this.id }, select: { seq: true } });
        this.#recent = [];
        this.seq = note?.seq ?? this.seq;
      } else if (edits.length > 0) {
        this.#recent = [...this.#recent, ...edits].slice(-REMEMBERED);
        this.seq = edits[edits.length - 1].seq;
        this.#again = true;
      } else continue;
      this.wake();
    }
  }

  wake(): void {
    for (const { wake } of this.watchers) wake();
  }

  /** Edits after `seq` as far as the room remembers; null where it does not reach back so far. */
  after(seq: number): readonly NoteEdit[] | null {
    if (seq >= this.seq) return [];
    const from = this.#recent.findIndex((edit) => edit.seq === seq + 1);
    return from === -1 ? null : this.#recent.slice(from);
  }

  hear({ client, member, cursor, here }: Shown, now: number): void {
    const known = this.#present.get(client);
    // A tab is known by its number and stays its member's.
    if (known !== undefined && known.member !== member) return;
    if (!here) this.#leave([client]);
    else if (known !== undefined || this.#present.size < MOST_PRESENT)
      this.#present.set(client, { client, member, cursor, until: now + PRESENT_MS, at: ++this.#heard });
    this.wake();
  }

  #leave(clients: readonly number[]): void {
    for (const client of clients) if (this.#present.delete(client)) this.#left.push({ client, at: ++this.#heard });
    this.#left = this.#left.slice(-MOST_PRESENT);
  }

  /** Forgets who has not been heard of. */
  prune(now: number): void {
    const gone = [...this.#present.values()].filter(({ until }) => until <= now);
    this.#leave(gone.map(({ client }) => client));
    if (gone.length > 0) this.wake();
  }

  /** Forgets the tabs of somebody whose place has ended. */
  putOut(member: string): void {
    this.#leave([...this.#present.values()].filter((each) => each.member === member).map(({ client }) => client));
    this.wake();
  }

  /** What was heard of presence after `at`, for a reader who knows all until then. */
  presence(at: number): { readonly at: number; readonly present: readonly Present[]; readonly left: readonly number[] } {
    const present = [...this.#present.values()].filter((each) => each.at > at);
    return {
      at: this.#heard,
      present: present.map(({ client, member, cursor }) => ({ client, member, cursor })),
      left: this.#left.filter((each) => each.at > at && !this.#present.has(each.client)).map(({ client }) => client),
    };
  }
}

class Rooms {
  readonly #rooms = new Map<string, Room>();
  /** Who waits for news of a group, or of a person's inbox, by its id. */
  readonly #bells = new Map<string, Set<() => void>>();
  #stop: () => Promise<void> = () => Promise.resolve();
  #timer: ReturnType<typeof setInterval> | undefined;

  private constructor(readonly open: Database) {}

  static async of(open: Database): Promise<Rooms> {
    const rooms = new Rooms(open);
    rooms.#stop = await open.listen({
      channels: [EDITED, PLACES, PRESENCE, NEWS],
      heard: (channel, payload) => rooms.#hear(channel, payload),
      again: () => {
        rooms.#lookAll();
        for (const rings of rooms.#bells.values()) for (const ring of rings) ring();
      },
    });
    rooms.#timer = setInterval(() => {
      rooms.#lookAll();
      for (const room of rooms.#rooms.values()) room.prune(Date.now());
    }, LOOK_MS);
    rooms.#timer.unref();
    return rooms;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#stop();
  }

  #hear(channel: string, payload: string): void {
    if (channel === EDITED) this.#look(this.#rooms.get(payload));
    else if (channel === PLACES) {
      for (const room of this.#rooms.values()) if (room.groupId === payload) for (const { doubt } of room.watchers) doubt();
    } else if (channel === NEWS) for (const ring of this.#bells.get(payload) ?? []) ring();
    else {
      const shown = JSON.parse(payload) as Shown;
      this.#rooms.get(shown.note)?.hear(shown, Date.now());
    }
  }

  #look(room: Room | undefined): void {
    // What cannot be read now is read at the next hint, or when everybody looks.
    room?.look().catch((error: unknown) => console.error(`[notes] ${error instanceof Error ? error.message : "unknown"}`));
  }

  #lookAll(): void {
    for (const room of this.#rooms.values()) {
      this.#look(room);
      for (const { doubt } of room.watchers) doubt();
    }
  }

  /** Calls `ring` whenever something is written in a group, or new in a person's inbox, until the function that comes back is called. */
  attend(groupOrUser: string, ring: () => void): () => void {
    const rings = this.#bells.get(groupOrUser) ?? new Set();
    this.#bells.set(groupOrUser, rings.add(ring));
    return () => {
      rings.delete(ring);
      if (rings.size === 0 && this.#bells.get(groupOrUser) === rings) this.#bells.delete(groupOrUser);
    };
  }

  /** Comes into the room of a note; the function that comes back leaves it, and the last who leaves closes it. */
  enter(
    note: { readonly id: string; readonly groupId: string; readonly seq: number },
    watcher: Watcher,
  ): { room: Room; leave: () => void } {
    let room = this.#rooms.get(note.id);
    if (room === undefined) this.#rooms.set(note.id, (room = new Room(this.open, note.id, note.groupId, note.seq)));
    const here = room;
    here.watchers.add(watcher);
    // What was written between the reading of the note and now.
    this.#look(here);
    return {
      room: here,
      leave: () => {
        here.watchers.delete(watcher);
        if (here.watchers.size === 0 && this.#rooms.get(here.id) === here) this.#rooms.delete(here.id);
      },
    };
  }
}

// On globalThis: a development reload forgets modules, and must not listen twice.
const place = globalThis as typeof globalThis & { boxupRooms?: { readonly of: Database; readonly rooms: Promise<Rooms> } };

/** The rooms of this process; it begins to listen when the first reader comes. */
export async function noteRooms(): Promise<Rooms> {
  const open = await database();
  if (place.boxupRooms?.of !== open) {
    const rooms = Rooms.of(open);
    place.boxupRooms = { of: open, rooms };
    // Not listening is no state to stay in: the next reader tries again.
    rooms.catch(() => (place.boxupRooms = undefined));
  }
  return place.boxupRooms.rooms;
}
