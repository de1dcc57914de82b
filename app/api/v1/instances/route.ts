import { services } from "@/app/api/services";
import { issueInstance } from "@/lib/server/attempts/issue";
import { endpoint } from "@/lib/server/http/endpoint";
import { instanceBody } from "@/lib/wire/api";

export const POST = endpoint(
  { access: "user", body: instanceBody, limit: { name: "instances", by: "user" } },
  async ({ user, body, now }) => ({
    status: 201,
    json: await issueInstance(services, user.id, body, now),
  }),
);
