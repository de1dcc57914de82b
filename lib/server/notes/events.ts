/** What somebody hears of the notes and groups that they have open, and of their inbox: one connection for all of them. */
import { prisma, type Store } from "../database";
import { notFound } from "../http/errors";
import { canReadNoteText } from "../policy";
import { Prisma } from "../prisma/client";
import { editsAfter } from "./edits";
import { groupsOf, newsOf, type News } from "./news";
import { noteRooms, type Room } from "./rooms";
import type { LiveEvent, NoteEvent } from "@/lib/wire/notes";
import type { StreamEvent } from "../http/stream";

/** Edits in one event. */
const AT_ONCE = 100;

interface Open {
  readonly id: string;
  readonly groupId: string;
  readonly memberId: string;
  readonly seq: number;
}

/** Of these notes, those that somebody may read. */
async function openNotes(store: Store, userId: string, ids: readonly string[]): Promise<Open[]> {
  const rows = await store.$queryRaw<(Open & { readonly role: "OWNER" | "MEMBER"; readonly current: boolean; readonly hidden: boolean })[]>(
    Prisma.sql`SELECT n."id", n."groupId", n."seq", m."id" AS "memberId", m."role"::text AS "role", m."leftAt" IS NULL AS "current",
        n."hiddenAt" IS NOT NULL AS "hidden"
      FROM "Note" n JOIN "GroupMember" m ON m."groupId" = n."groupId" AND m."userId" = ${userId} WHERE n."id" IN (${Prisma.join([...ids])})`,
  );
  return rows.filter((row) => canReadNoteText(row, row));
}

/** One note that somebody listens to. */
interface Listening {
  readonly room: Room;
  readonly leave: () => void;
  readonly memberId: string;
  /** What the reader has. */
  seq: number;
  presenceAt: number;
  doubted: boolean;
  greeted: boolean;
}

/** A bell that rings once for however often it is rung before somebody waits for it. */
function bell(signal: AbortSignal) {
  let rung = false;
  let answer: (() => void) | null = null;
  const ring = (): void => {
    rung = true;
    answer?.();
  };
  signal.addEventListener("abort", ring, { once: true });
  return {
    ring,
    wait: async (): Promise<void> => {
      if (!rung) await new Promise<void>((resolve) => (answer = resolve));
      rung = false;
      answer = null;
    },
  };
}

export interface Asked {
  /** Note → the edit after which it is to be heard of. */
  readonly at: ReadonlyMap<string, number>;
  readonly groups: ReadonlySet<string>;
}

/**
 * The events of several notes and groups, and of one's inbox, until the signal ends them or nothing that was asked for is left.
 * @throws ApiError not-found where one may read nothing of what was asked for
 */
export async function listenToNotes(
  userId: string,
  { at, groups }: Asked,
  signal: AbortSignal,
): Promise<AsyncIterable<StreamEvent<LiveEvent>>> {
  const store = await prisma();
  const open = at.size === 0 ? [] : await openNotes(store, userId, [...at.keys()]);
  const theirs = await groupsOf(store, userId, [...groups]);
  if (at.size + groups.size > 0 && open.length + theirs.size === 0) throw notFound();
  const rooms = await noteRooms();
  const { ring, wait } = bell(signal);
  const notes = open.map(({ id, groupId, memberId, seq }): Listening => {
    const listening: Listening = {
      ...rooms.enter(
        { id, groupId, seq },
        {
          wake: ring,
          doubt: () => {
            listening.doubted = true;
            ring();
          },
        },
      ),
      memberId,
      // Nobody is ahead of the note.
      seq: Math.min(at.get(id) ?? 0, seq),
      presenceAt: 0,
      doubted: false,
      greeted: false,
    };
    return listening;
  });
  signal.addEventListener("abort", () => notes.forEach(({ leave }) => leave()), { once: true });
  const unread = [...at.keys()].filter((id) => open.every((each) => each.id !== id));
  const news = newsOf(rooms, { store, userId, groups, ring });
  signal.addEventListener("abort", news.leave, { once: true });
  return events({ store, userId, notes, unread, news, inboxOnly: at.size + groups.size === 0, signal, wait });
}

interface Hearing {
  readonly store: Store;
  readonly userId: string;
  readonly notes: Listening[];
  readonly unread: readonly string[];
  readonly news: News;
  /** Nothing was asked for but the inbox, which has no end. */
  readonly inboxOnly: boolean;
  readonly signal: AbortSignal;
  readonly wait: () => Promise<void>;
}

async function* events({ store, userId, notes, unread, news, inboxOnly, signal, wait }: Hearing): AsyncGenerator<StreamEvent<LiveEvent>> {
  for (const note of unread) yield { id: `${note}.0`, data: { type: "gone", note } };
  let left = notes;
  const goesOn = (): boolean => !signal.aborted && (inboxOnly || left.length > 0 || news.groups() > 0);
  while (goesOn()) {
    for (const listening of left) {
      const { room, memberId } = listening;
      if (listening.doubted) {
        listening.doubted = false;
        if ((await openNotes(store, userId, [room.id])).length === 0) {
          left = left.filter((each) => each !== listening);
          listening.leave();
          room.putOut(memberId);
          yield { id: `${room.id}.${listening.seq}`, data: { type: "gone", note: room.id } };
          continue;
        }
      }
      for await (const data of newIn(store, listening)) yield { id: `${room.id}.${listening.seq}`, data };
    }
    yield* news.tell();
    if (goesOn()) await wait();
  }
}

/** What is new in one note for one reader. */
async function* newIn(store: Store, listening: Listening): AsyncGenerator<NoteEvent> {
  const { room } = listening;
  if (!listening.greeted) {
    listening.greeted = true;
    const { at, present } = room.presence(0);
    listening.presenceAt = at;
    yield { type: "here", note: room.id, seq: room.seq, present: [...present] };
  }
  while (listening.seq < room.seq) {
    const edits = (room.after(listening.seq) ?? (await editsAfter(store, room.id, listening.seq)))?.slice(0, AT_ONCE) ?? null;
    if (edits === null) {
      listening.seq = room.seq;
      yield { type: "behind", note: room.id, seq: room.seq };
    } else if (edits.length === 0) break;
    else {
      listening.seq = edits[edits.length - 1].seq;
      yield { type: "edits", note: room.id, edits: [...edits] };
    }
  }
  const { at, present, left } = room.presence(listening.presenceAt);
  listening.presenceAt = at;
  if (present.length > 0 || left.length > 0) yield { type: "present", note: room.id, present: [...present], left: [...left] };
}
