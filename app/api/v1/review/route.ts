import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { reviewQueue } from "@/lib/server/review/queue";

export const GET = endpoint({ access: "user" }, async ({ user, now }) => ({
  json: await reviewQueue(services.catalog, user.id, user.timeZone, now),
}));
