import { services } from "@/app/api/services";
import { openSlot } from "@/lib/server/assignments/open";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const POST = endpoint(work.openSlot, async ({ user, params, now }) => ({ json: await openSlot(services, user.id, params, now) }));
