import { readOwnGrades } from "@/lib/server/grades/read";
import { endpoint } from "@/lib/server/http/endpoint";
import * as grades from "@/lib/wire/grades";

export const GET = endpoint(grades.readOwnGrades, async ({ user, params, now }) => ({
  json: await readOwnGrades(user.id, params.id, now),
}));
