import { health } from "@/lib/server/database/health";
import { endpoint } from "@/lib/server/http/endpoint";

/** For load balancers and `npm start`: 200 when the database answers, 503 otherwise. */
export const dynamic = "force-dynamic";
export const GET = endpoint({ access: "anyone" }, async () => ({ json: await health() }));
