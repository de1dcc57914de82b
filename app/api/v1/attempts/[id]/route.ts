import { readAttempt } from "@/lib/server/attempts/read";
import { endpoint } from "@/lib/server/http/endpoint";
import * as play from "@/lib/wire/play";

export const GET = endpoint(play.readAttempt, async ({ user, params }) => ({ json: await readAttempt(user, params.id) }));
