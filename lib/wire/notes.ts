/** Notes that a group writes together. What one may do in them, a place in the group decides: 404 for everybody else. */
import * as z from "@/lib/challenges/schema";
import { person } from "./groupParts";
import { NOTE_BYTES, UPDATE_BYTES, WHOLE_NOTE } from "./noteParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { id, noteTitle, rowId } from "./scalars";

const listed = {
  id: z.string(),
  title: z.string(),
  /** An owner took it out of the others' sight: they get neither its title nor its text. */
  hidden: z.boolean(),
  /** The session whose note it is; null for a page of its own. */
  session: z.object({ id: z.string(), date: z.string() }).nullable(),
  /** The note that this one goes on in since it was worn out: it is only read from then on. */
  next: z.string().nullable(),
  /** Who began it: the id of a membership. */
  by: z.string(),
  /** The number of its last edit. */
  seq: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
};

/** A group's notes, the latest begun first, up to 100 at a time. */
export const listNotes = route({
  method: "GET",
  path: "/groups/:id/notes",
  params: z.object({ id }),
  /** Those begun before this one. */
  query: z.object({ before: id.optional() }),
  reply: z.object({
    archived: z.boolean(),
    people: z.array(person),
    notes: z.array(z.object(listed)),
    /** Ask with it for those begun earlier; null where there are none. */
    before: z.string().nullable(),
  }),
  access: "user",
});
export type NoteList = ReplyOf<typeof listNotes>;

/**
 * Begins a note. A session has one: who begins a second is led to the first. The text (a template's, say) becomes its first edit.
 * `repeated` says that the note was there.
 */
export const createNote = route({
  method: "POST",
  path: "/groups/:id/notes",
  params: z.object({ id }),
  body: z.strictObject({ session: rowId.nullable(), title: noteTitle, text: z.string().max(NOTE_BYTES) }),
  bodyBytes: WHOLE_NOTE,
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type NewNote = BodyOf<typeof createNote>;

/** A note as it is read: its Markdown as of its last edit. */
export const readNote = route({
  method: "GET",
  path: "/groups/:id/notes/:note",
  params: z.object({ id, note: id }),
  query: z.object({
    /** The last edit of the text that one has: without another since, it is left out. */
    has: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  }),
  reply: z.object({
    ...listed,
    group: z.object({ id: z.string(), name: z.string(), archived: z.boolean() }),
    /** One's own place: the id of the membership. */
    me: z.string(),
    owner: z.boolean(),
    /** The worn note that this one goes on from. */
    former: z.string().nullable(),
    /** Whether one may write in it. */
    writes: z.boolean(),
    people: z.array(person),
    /** Nothing was written since the edit that one has: `text` is empty. */
    same: z.boolean(),
    text: z.string(),
  }),
  access: "user",
});
export type NoteRead = ReplyOf<typeof readNote>;

/**
 * Goes on in a new note where this one is worn out (409 `note-worn`): with the text that one has, what could not be saved any more among it.
 * The session's note is the new one from then on. A note goes on in one: who comes second is led to the first (`repeated`), and their text
 * is not taken.
 */
export const continueNote = route({
  method: "POST",
  path: "/groups/:id/notes/:note/next",
  params: z.object({ id, note: id }),
  body: z.strictObject({ text: z.string().max(NOTE_BYTES) }),
  bodyBytes: WHOLE_NOTE,
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

export const changeNote = route({
  method: "PATCH",
  path: "/groups/:id/notes/:note",
  params: z.object({ id, note: id }),
  body: z.strictObject({ title: noteTitle }),
  reply: z.object({ id: z.string(), title: z.string() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
/** One edit, as everybody who reads the note applies it: in the order of `seq`, without a gap. */
const edit = z.object({
  seq: z.number(),
  /** A Yjs update, as base64. */
  update: z.string(),
  /** Whose it is. */
  by: z.string(),
});
export type NoteEdit = z.output<typeof edit>;

/** Edits a note. The reply says that it is kept, and as the how-manieth edit of the note; the same key again gets the same number. */
export const editNote = route({
  method: "POST",
  path: "/groups/:id/notes/:note/updates",
  params: z.object({ id, note: id }),
  body: z.strictObject({ update: base64.max(Math.ceil(UPDATE_BYTES / 3) * 4) }),
  bodyBytes: WHOLE_NOTE,
  reply: z.object({ seq: z.number(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "note", by: "user" },
});

/** What came after an edit: for the first look at a note, and for a gap. As much as fits one answer; ask again from its last while `seq` is ahead. */
export const readEdits = route({
  method: "GET",
  path: "/groups/:id/notes/:note/updates",
  params: z.object({ id, note: id }),
  query: z.object({
    after: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  }),
  reply: z.object({
    seq: z.number(),
    /** Everything up to `state.seq` in one update, where the single ones are no longer kept. */
    state: z.object({ seq: z.number(), update: z.string() }).nullable(),
    updates: z.array(edit),
  }),
  access: "user",
});
export type NoteEdits = ReplyOf<typeof readEdits>;

/** A place in the note's text, as Yjs encodes a relative position, in base64. */
const place = base64.max(200);
const cursor = z.object({ anchor: place, head: place });
const yjsClient = z.number().int().min(0).max(4_294_967_295);

/** Says that one is here, and where. Forgotten by itself after a while; nothing of it is stored. */
export const showPresence = route({
  method: "POST",
  path: "/groups/:id/notes/:note/presence",
  params: z.object({ id, note: id }),
  body: z.strictObject({ client: yjsClient, cursor: z.strictObject({ anchor: place, head: place }).nullable(), here: z.boolean() }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "presence", by: "user" },
});

const present = z.object({
  /** The number that Yjs knows the tab by. */
  client: z.number(),
  member: z.string(),
  cursor: cursor.nullable(),
});
export type Present = z.output<typeof present>;

const noteId = z.string();
const noteEvent = z.union([
  /** The first of each note: where it stands, and who is there. */
  z.object({ type: z.literal("here"), note: noteId, seq: z.number(), present: z.array(present) }),
  z.object({ type: z.literal("edits"), note: noteId, edits: z.array(edit) }),
  /** More was written than is told singly: ask `readEdits`. */
  z.object({ type: z.literal("behind"), note: noteId, seq: z.number() }),
  z.object({ type: z.literal("present"), note: noteId, present: z.array(present), left: z.array(z.number()) }),
  /** One may not read it any more, or there is none: nothing more comes of it. */
  z.object({ type: z.literal("gone"), note: noteId }),
]);
export type NoteEvent = z.output<typeof noteEvent>;

const event = z.union([
  noteEvent,
  /** Something was written in a group, or may have been: whoever shows it asks anew. The last of a group that one is not in any more. */
  z.object({ type: z.literal("group"), group: z.string() }),
  /** Something new stands in one's inbox, or may. */
  z.object({ type: z.literal("inbox") }),
]);
export type LiveEvent = z.output<typeof event>;

/**
 * What happens in notes and in groups, as long as one listens; that something stands in one's inbox comes in any case, and is all that comes
 * where nothing is asked for. An event's id is `<note>.<seq>`: where one stands in that note after it.
 */
export const listenToNotes = route({
  method: "GET",
  path: "/notes/events",
  query: z.object({
    /** `<note>.<seq>` of each note with a comma between: the edit after which one wants to hear of it. */
    at: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}\.\d{1,9}(,[A-Za-z0-9_-]{1,40}\.\d{1,9}){0,7}$/)
      .optional(),
    /** Ids of groups with a comma between. */
    groups: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}(,[A-Za-z0-9_-]{1,40}){0,7}$/)
      .optional(),
  }),
  reply: event,
  events: true,
  access: "user",
});

/** Why a version is kept. */
const reason = z.enum(["automatic", "by-hand", "before-restore"]);
export type VersionReason = z.output<typeof reason>;
const version = {
  id: z.string(),
  seq: z.number(),
  reason,
  /** Who kept it; of an automatic one, who wrote last before. */
  by: z.string(),
  createdAt: z.string(),
};

/** The latest first. */
export const listVersions = route({
  method: "GET",
  path: "/groups/:id/notes/:note/versions",
  params: z.object({ id, note: id }),
  reply: z.object({ versions: z.array(z.object(version)) }),
  access: "user",
});
export type NoteVersions = ReplyOf<typeof listVersions>;

/** Keeps the note as it stands. Twice after the same edit is once. */
export const keepVersion = route({
  method: "POST",
  path: "/groups/:id/notes/:note/versions",
  params: z.object({ id, note: id }),
  body: z.strictObject({ reason: z.enum(["by-hand", "before-restore"]) }),
  reply: z.object(version),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

export const readVersion = route({
  method: "GET",
  path: "/groups/:id/notes/:note/versions/:version",
  params: z.object({ id, note: id, version: id }),
  reply: z.object({ ...version, text: z.string() }),
  access: "user",
});
