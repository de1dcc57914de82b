import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { progressOf } from "@/lib/server/learn/progress";
import * as learn from "@/lib/wire/learn";

export const GET = endpoint(learn.readProgress, async ({ user }) => ({ json: await progressOf(services.catalog, user.id) }));
