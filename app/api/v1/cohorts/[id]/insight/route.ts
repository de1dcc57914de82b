import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { readInsight } from "@/lib/server/insight/overview";
import * as insight from "@/lib/wire/insight";

export const GET = endpoint(insight.readInsight, async ({ user, params, now }) => ({
  json: await readInsight(user.id, params.id, services.catalog, now),
}));
