import { services } from "@/app/api/services";
import { checkFile } from "@/lib/server/bank/imports";
import { endpoint } from "@/lib/server/http/endpoint";
import * as bank from "@/lib/wire/bank";

export const POST = endpoint(bank.checkBankFile, async ({ user, body }) => ({ json: await checkFile(user, services.catalog, body) }));
