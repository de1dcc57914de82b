import { readGrades } from "@/lib/server/grades/read";
import { endpoint } from "@/lib/server/http/endpoint";
import * as grades from "@/lib/wire/grades";

export const GET = endpoint(grades.readGrades, async ({ user, params, now }) => ({ json: await readGrades(user.id, params.id, now) }));
