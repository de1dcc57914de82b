import { endpoint } from "@/lib/server/http/endpoint";
import { mailInbox } from "@/lib/server/inbox/mail";
import * as inbox from "@/lib/wire/inbox";

export const PUT = endpoint(inbox.mailInbox, async ({ user, body }) => ({ json: await mailInbox(user.id, body.on) }));
