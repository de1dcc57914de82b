import { services } from "@/app/api/services";
import { revealInstance } from "@/lib/server/attempts/reveal";
import { endpoint } from "@/lib/server/http/endpoint";
import * as play from "@/lib/wire/play";

export const POST = endpoint(play.revealInstance, async ({ user, body, key, now }) => ({
  json: await revealInstance(services, { userId: user.id, key, token: body.token, now }),
}));
