import { askForReset } from "@/lib/server/account/reset";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const POST = endpoint(account.askForReset, async ({ body, address, now }) => ({ json: await askForReset(body, address, now) }));
