import { endpoint } from "@/lib/server/http/endpoint";
import { showPresence } from "@/lib/server/notes/presence";
import * as notes from "@/lib/wire/notes";

export const POST = endpoint(notes.showPresence, async ({ user, params, body }) => ({ json: await showPresence(user.id, params, body) }));
