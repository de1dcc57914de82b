import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { gradeReview } from "@/lib/server/review/grade";
import { reviewBody } from "@/lib/wire/api";

export const POST = endpoint(
  { access: "user", body: reviewBody, keyed: true, limit: { name: "review", by: "user" } },
  async ({ user, body, key, now }) => ({
    json: await gradeReview(services.catalog, user.id, key, body, now),
  }),
);
