import { services } from "@/app/api/services";
import { issueInstance } from "@/lib/server/attempts/issue";
import { endpoint } from "@/lib/server/http/endpoint";
import * as play from "@/lib/wire/play";

export const POST = endpoint(play.issueInstance, async ({ user, body, now }) => ({
  status: 201,
  json: await issueInstance(services, user.id, body, now),
}));
