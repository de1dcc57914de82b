import { endpoint } from "@/lib/server/http/endpoint";
import { markRead } from "@/lib/server/inbox/read";
import * as inbox from "@/lib/wire/inbox";

export const PUT = endpoint(inbox.markRead, async ({ user, body, now }) => ({ json: await markRead(user.id, body.entries, now) }));
