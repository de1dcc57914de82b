import { services } from "@/app/api/services";
import { beginThread, listThreads } from "@/lib/server/discussion/threads";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const GET = endpoint(discussion.listThreads, async ({ user, params, query, now }) => ({
  json: await listThreads(user.id, params.id, query, now),
}));

export const POST = endpoint(discussion.beginThread, async ({ user, params, body, key, now }) => ({
  status: 201,
  json: await beginThread(services.catalog, user.id, params.id, key, body, now),
}));
