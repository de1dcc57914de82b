import { listClasses } from "@/lib/server/cohorts/classes";
import { endpoint } from "@/lib/server/http/endpoint";
import * as classes from "@/lib/wire/classes";

export const GET = endpoint(classes.listClasses, async ({ user }) => ({ json: await listClasses(user) }));
