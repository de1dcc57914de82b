import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { finishLesson } from "@/lib/server/learn/lessons";
import { lessonDoneBody } from "@/lib/wire/api";

export const POST = endpoint(
  { access: "user", body: lessonDoneBody, limit: { name: "write", by: "user" } },
  async ({ user, body, now }) => ({
    json: await finishLesson(services.catalog, user.id, body.topic, now),
  }),
);
