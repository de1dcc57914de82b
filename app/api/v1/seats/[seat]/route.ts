import { declineSeat, takeSeat } from "@/lib/server/cohorts/join";
import { endpoint } from "@/lib/server/http/endpoint";
import * as classes from "@/lib/wire/classes";

export const POST = endpoint(classes.takeSeat, async ({ user, params, body, now }) => ({
  json: await takeSeat(user.id, params.seat, body.consent, now),
}));

export const DELETE = endpoint(classes.declineSeat, async ({ user, params, now }) => ({
  json: await declineSeat(user.id, params.seat, now),
}));
