import { services } from "@/app/api/services";
import { listWork } from "@/lib/server/assignments/work";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const GET = endpoint(work.listWork, async ({ user, now }) => ({ json: await listWork(services, user.id, now) }));
