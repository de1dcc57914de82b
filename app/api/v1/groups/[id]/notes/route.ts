import { endpoint } from "@/lib/server/http/endpoint";
import { createNote } from "@/lib/server/notes/create";
import { listNotes } from "@/lib/server/notes/read";
import * as notes from "@/lib/wire/notes";

export const GET = endpoint(notes.listNotes, async ({ user, params, query, now }) => ({
  json: await listNotes(user.id, params.id, query.before, now),
}));

export const POST = endpoint(notes.createNote, async ({ user, params, body, key, now }) => ({
  status: 201,
  json: await createNote(user.id, params.id, key, body, now),
}));
