import { services } from "@/app/api/services";
import { confirmReading } from "@/lib/server/groups/readings";
import { endpoint } from "@/lib/server/http/endpoint";
import * as readings from "@/lib/wire/readings";

export const POST = endpoint(readings.confirmReading, async ({ user, params, body, key, now, answeredAt }) => ({
  status: 201,
  json: await confirmReading(services.catalog, user.id, params, key, body, now, answeredAt),
}));
