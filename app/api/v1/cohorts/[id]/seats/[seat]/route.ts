import { dropSeat } from "@/lib/server/cohorts/roster";
import { endpoint } from "@/lib/server/http/endpoint";
import * as roster from "@/lib/wire/roster";

export const DELETE = endpoint(roster.dropSeat, async ({ user, params }) => ({ json: await dropSeat(user.id, params) }));
