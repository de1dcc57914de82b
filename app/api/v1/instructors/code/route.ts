import { endpoint } from "@/lib/server/http/endpoint";
import { becomeInstructor } from "@/lib/server/instructors/code";
import * as instructors from "@/lib/wire/instructors";

export const POST = endpoint(instructors.useInstructorCode, async ({ user, body, address, now }) => ({
  json: await becomeInstructor(user.id, body.code, { address, now }),
}));
