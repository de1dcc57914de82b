import { exportGrades } from "@/lib/server/grades/read";
import { file } from "@/lib/server/http/file";
import * as grades from "@/lib/wire/grades";

export const GET = file(grades.exportGrades, ({ user, params, now }) => exportGrades(user.id, params.id, now));
