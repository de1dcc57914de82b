import { services } from "@/app/api/services";
import { readStudentWork } from "@/lib/server/assignments/seen";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const GET = endpoint(assignments.readStudentWork, async ({ user, params, now }) => ({
  json: await readStudentWork(services, user.id, params, now),
}));
