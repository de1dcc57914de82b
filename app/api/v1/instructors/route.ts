import { endpoint } from "@/lib/server/http/endpoint";
import { listOffices } from "@/lib/server/instructors/offices";
import * as instructors from "@/lib/wire/instructors";

export const GET = endpoint(instructors.listOffices, async ({ user, query }) => ({ json: await listOffices(user, query.email) }));
