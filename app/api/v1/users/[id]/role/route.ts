import { changeRole } from "@/lib/server/auth/roles";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const PATCH = endpoint(account.changeRole, async ({ user, params, body }) => ({
  json: await changeRole(user, params.id, body.role),
}));
