import { readPuzzle } from "@/lib/server/discussion/puzzle";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const GET = endpoint(discussion.readPuzzle, async ({ user, params, now }) => ({ json: await readPuzzle(user.id, params, now) }));
