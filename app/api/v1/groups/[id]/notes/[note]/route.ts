import { endpoint } from "@/lib/server/http/endpoint";
import { readNote } from "@/lib/server/notes/read";
import * as notes from "@/lib/wire/notes";

export const GET = endpoint(notes.readNote, async ({ user, params, now }) => ({ json: await readNote(user.id, params, now) }));
