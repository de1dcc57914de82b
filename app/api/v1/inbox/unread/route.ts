import { endpoint } from "@/lib/server/http/endpoint";
import { countInbox } from "@/lib/server/inbox/read";
import * as unread from "@/lib/wire/unread";

export const GET = endpoint(unread.countInbox, async ({ user }) => ({ json: await countInbox(user.id) }));
