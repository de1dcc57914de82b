import { resetPassword } from "@/lib/server/account/reset";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const POST = endpoint(account.resetPassword, async ({ body, now }) => ({ json: await resetPassword(body, now) }));
