import { readItem } from "@/lib/server/assignments/seen";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const GET = endpoint(assignments.readItem, async ({ user, params }) => ({ json: await readItem(user.id, params) }));
