import { readVersion } from "@/lib/server/bank/questions";
import { endpoint } from "@/lib/server/http/endpoint";
import * as bank from "@/lib/wire/bank";

export const GET = endpoint(bank.readQuestionVersion, async ({ user, params }) => ({ json: await readVersion(user.id, params) }));
