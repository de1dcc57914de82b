import { endpoint } from "@/lib/server/http/endpoint";
import { undoReview } from "@/lib/server/review/grade";
import * as review from "@/lib/wire/review";

export const POST = endpoint(review.undo, async ({ user, key, query, answeredAt, now }) => ({
  json: await undoReview(user.id, key, now, { review: query.review, answeredAt }),
}));
