import { dropSlip } from "@/lib/server/groups/readings";
import { endpoint } from "@/lib/server/http/endpoint";
import * as readings from "@/lib/wire/readings";

export const DELETE = endpoint(readings.dropSlip, async ({ user, params, now }) => ({ json: await dropSlip(user.id, params, now) }));
