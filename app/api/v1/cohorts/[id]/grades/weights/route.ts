import { weighAssignments } from "@/lib/server/grades/change";
import { endpoint } from "@/lib/server/http/endpoint";
import * as grades from "@/lib/wire/grades";

export const PUT = endpoint(grades.weighAssignments, async ({ user, params, body }) => ({
  json: await weighAssignments(user.id, params.id, body.weights),
}));
