import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { gradeReview } from "@/lib/server/review/grade";
import * as review from "@/lib/wire/review";

export const POST = endpoint(review.grade, async ({ user, body, key, answeredAt, now }) => ({
  json: await gradeReview(services.catalog, user.id, key, body, now, answeredAt),
}));
