import { services } from "@/app/api/services";
import { takeDeck } from "@/lib/server/groups/readings";
import { endpoint } from "@/lib/server/http/endpoint";
import * as readings from "@/lib/wire/readings";

export const POST = endpoint(readings.takeDeck, async ({ user, params, now, answeredAt }) => ({
  json: await takeDeck(services.catalog, user.id, params, now, answeredAt),
}));
