import { services } from "@/app/api/services";
import { takeHint } from "@/lib/server/attempts/hint";
import { endpoint } from "@/lib/server/http/endpoint";
import * as play from "@/lib/wire/play";

export const POST = endpoint(play.takeHint, async ({ user, body, now }) => ({
  json: await takeHint(services, { userId: user.id, ...body, now }),
}));
