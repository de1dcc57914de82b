import { services } from "@/app/api/services";
import { createAssignment } from "@/lib/server/assignments/create";
import { listAssignments } from "@/lib/server/assignments/home";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const GET = endpoint(assignments.listAssignments, async ({ user, params }) => ({ json: await listAssignments(user.id, params.id) }));

export const POST = endpoint(assignments.createAssignment, async ({ user, params, key, body, now }) => ({
  status: 201,
  json: await createAssignment(services.catalog, user.id, params.id, key, body, now),
}));
