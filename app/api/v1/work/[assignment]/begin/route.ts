import { beginWork } from "@/lib/server/assignments/begin";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const POST = endpoint(work.beginWork, async ({ user, params, now }) => ({ json: await beginWork(user.id, params.assignment, now) }));
