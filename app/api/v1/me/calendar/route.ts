import { calendarAddress } from "@/lib/server/assignments/calendar";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const POST = endpoint(work.calendarAddress, async ({ user, body }) => ({ json: await calendarAddress(user.id, body.fresh) }));
