import { overrideGrade } from "@/lib/server/grades/change";
import { endpoint } from "@/lib/server/http/endpoint";
import * as grades from "@/lib/wire/grades";

export const PUT = endpoint(grades.overrideGrade, async ({ user, params, body, now }) => ({
  json: await overrideGrade(user.id, params, body.override, now),
}));
