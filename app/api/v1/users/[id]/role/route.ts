import { changeRole } from "@/lib/server/auth/roles";
import { endpoint } from "@/lib/server/http/endpoint";
import { roleBody } from "@/lib/wire/api";

export const PATCH = endpoint(
  { access: "admin", body: roleBody, limit: { name: "write", by: "user" } },
  async ({ user, params, body }) => ({ json: await changeRole(user, params.id, body.role) }),
);
