import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { finishLesson } from "@/lib/server/learn/lessons";
import * as learn from "@/lib/wire/learn";

export const POST = endpoint(learn.finishLesson, async ({ user, body, now }) => ({
  json: await finishLesson(services.catalog, user.id, body.topic, now),
}));
