import { endSession } from "@/lib/server/auth/devices";
import { endpoint } from "@/lib/server/http/endpoint";

export const DELETE = endpoint({ access: "user", limit: { name: "write", by: "user" } }, async ({ user, params, now }) => ({
  json: await endSession(user.id, params.id, now),
}));
