import { readAttempt } from "@/lib/server/attempts/read";
import { endpoint } from "@/lib/server/http/endpoint";

export const GET = endpoint({ access: "user" }, async ({ user, params }) => ({ json: await readAttempt(user, params.id) }));
