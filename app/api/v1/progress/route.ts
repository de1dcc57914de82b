import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { progressOf } from "@/lib/server/learn/progress";

export const GET = endpoint({ access: "user" }, async ({ user }) => ({ json: await progressOf(services.catalog, user.id) }));
