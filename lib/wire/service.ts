/** The server itself. */
import * as z from "@/lib/challenges/schema";
import { route } from "./route";

/** For load balancers and `npm start`: 200 when the database answers, 503 otherwise. */
export const health = route({
  method: "GET",
  path: "/health",
  reply: z.object({ status: z.literal("ok"), database: z.enum(["embedded", "postgres"]) }),
  access: "anyone",
});
