import { endpoint } from "@/lib/server/http/endpoint";
import { endInboxMail } from "@/lib/server/inbox/mail";
import * as inbox from "@/lib/wire/inbox";

export const POST = endpoint(inbox.endInboxMail, async ({ body }) => ({ json: await endInboxMail(body.token) }));
