import { endpoint } from "@/lib/server/http/endpoint";
import { countInbox } from "@/lib/server/inbox/read";
import * as inbox from "@/lib/wire/inbox";

export const GET = endpoint(inbox.countInbox, async ({ user }) => ({ json: await countInbox(user.id) }));
