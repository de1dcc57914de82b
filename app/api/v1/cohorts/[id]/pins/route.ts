import { drawPins } from "@/lib/server/cohorts/pins";
import { endpoint } from "@/lib/server/http/endpoint";
import * as roster from "@/lib/wire/roster";

export const POST = endpoint(roster.drawPins, async ({ user, params, body, address, now }) => ({
  json: await drawPins(user.id, params.id, body.seats, { address, now }),
}));
