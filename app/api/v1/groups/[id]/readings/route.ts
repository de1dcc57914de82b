import { services } from "@/app/api/services";
import { listReadings } from "@/lib/server/groups/readings";
import { endpoint } from "@/lib/server/http/endpoint";
import * as readings from "@/lib/wire/readings";

export const GET = endpoint(readings.listReadings, async ({ user, params, query, now }) => ({
  json: await listReadings(services.catalog, user.id, params.id, query.session, now),
}));
