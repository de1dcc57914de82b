import { endpoint } from "@/lib/server/http/endpoint";
import { continueNote } from "@/lib/server/notes/create";
import * as notes from "@/lib/wire/notes";

export const POST = endpoint(notes.continueNote, async ({ user, params, body, key, now }) => ({
  status: 201,
  json: await continueNote(user.id, params, key, body, now),
}));
