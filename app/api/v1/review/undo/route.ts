import { endpoint } from "@/lib/server/http/endpoint";
import { undoReview } from "@/lib/server/review/grade";

export const POST = endpoint({ access: "user", keyed: true, limit: { name: "review", by: "user" } }, async ({ user, key, now }) => ({
  json: await undoReview(user.id, key, now),
}));
