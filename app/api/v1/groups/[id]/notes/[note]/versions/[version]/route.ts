import { endpoint } from "@/lib/server/http/endpoint";
import { readVersion } from "@/lib/server/notes/versions";
import * as notes from "@/lib/wire/notes";

export const GET = endpoint(notes.readVersion, async ({ user, params }) => ({ json: await readVersion(user.id, params) }));
