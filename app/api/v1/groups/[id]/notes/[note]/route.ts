import { endpoint } from "@/lib/server/http/endpoint";
import { changeNote } from "@/lib/server/notes/change";
import { readNote } from "@/lib/server/notes/read";
import * as notes from "@/lib/wire/notes";

export const GET = endpoint(notes.readNote, async ({ user, params, query, now }) => ({
  json: await readNote(user.id, params, now, query.has === undefined ? undefined : Number(query.has)),
}));

export const PATCH = endpoint(notes.changeNote, async ({ user, params, body, now }) => ({
  json: await changeNote(user.id, params, body, now),
}));
