import { endpoint } from "@/lib/server/http/endpoint";
import { editNote } from "@/lib/server/notes/edit";
import { readEdits } from "@/lib/server/notes/edits";
import * as notes from "@/lib/wire/notes";

export const GET = endpoint(notes.readEdits, async ({ user, params, query }) => ({
  json: await readEdits(user.id, params, Number(query.after ?? 0)),
}));

export const POST = endpoint(notes.editNote, async ({ user, params, body, key, now }) => ({
  json: await editNote(user.id, params, key, body, now),
}));
