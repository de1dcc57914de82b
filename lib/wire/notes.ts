/** Notes that a group writes together. What one may do in them, a place in the group decides: 404 for everybody else. */
import * as z from "@/lib/challenges/schema";
import { person } from "./groupParts";
import { NOTE_BYTES, WHOLE_NOTE } from "./noteParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { id, noteTitle, rowId } from "./scalars";

const listed = {
  id: z.string(),
  title: z.string(),
  /** An owner took it out of the others' sight: they get neither its title nor its text. */
  hidden: z.boolean(),
  /** The session whose note it is; null for a page of its own. */
  session: z.object({ id: z.string(), date: z.string() }).nullable(),
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
  reply: z.object({
    ...listed,
    group: z.object({ id: z.string(), name: z.string(), archived: z.boolean() }),
    /** One's own place: the id of the membership. */
    me: z.string(),
    owner: z.boolean(),
    /** Whether one may write in it. */
    writes: z.boolean(),
    people: z.array(person),
    text: z.string(),
  }),
  access: "user",
});
export type NoteRead = ReplyOf<typeof readNote>;
