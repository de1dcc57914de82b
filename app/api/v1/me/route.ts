import { endpoint } from "@/lib/server/http/endpoint";
import { changeMe, meOf } from "@/lib/server/learn/me";
import * as account from "@/lib/wire/account";

export const GET = endpoint(account.readMe, async ({ user, now }) => ({ json: await meOf(user?.id ?? null, now) }));

export const PATCH = endpoint(account.changeMe, async ({ user, body, now }) => ({ json: await changeMe(user.id, body, now) }));
