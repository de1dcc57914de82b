import { endpoint } from "@/lib/server/http/endpoint";
import { readInbox } from "@/lib/server/inbox/read";
import * as inbox from "@/lib/wire/inbox";

export const GET = endpoint(inbox.readInbox, async ({ user, query }) => ({ json: await readInbox(user.id, query.before) }));
