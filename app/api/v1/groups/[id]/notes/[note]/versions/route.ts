import { endpoint } from "@/lib/server/http/endpoint";
import { keepVersion, listVersions } from "@/lib/server/notes/versions";
import * as notes from "@/lib/wire/notes";

export const GET = endpoint(notes.listVersions, async ({ user, params }) => ({ json: await listVersions(user.id, params) }));

export const POST = endpoint(notes.keepVersion, async ({ user, params, body, now }) => ({
  json: await keepVersion(user.id, params, body.reason, now),
}));
