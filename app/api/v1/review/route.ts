import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { reviewQueue } from "@/lib/server/review/queue";
import * as review from "@/lib/wire/review";

export const GET = endpoint(review.readQueue, async ({ user, now }) => ({
  json: await reviewQueue(services.catalog, user, now),
}));
