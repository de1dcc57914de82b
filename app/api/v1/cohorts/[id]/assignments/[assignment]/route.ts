import { services } from "@/app/api/services";
import { changeAssignment, deleteAssignment } from "@/lib/server/assignments/change";
import { readAssignment } from "@/lib/server/assignments/home";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const GET = endpoint(assignments.readAssignment, async ({ user, params, now }) => ({
  json: await readAssignment(services, user.id, params, now),
}));

export const PUT = endpoint(assignments.changeAssignment, async ({ user, params, body, now }) => ({
  json: await changeAssignment(services.catalog, user.id, params, body, now),
}));

export const DELETE = endpoint(assignments.deleteAssignment, async ({ user, params }) => ({
  json: await deleteAssignment(user.id, params),
}));
