import { services } from "@/app/api/services";
import { importFile } from "@/lib/server/bank/imports";
import { endpoint } from "@/lib/server/http/endpoint";
import * as bank from "@/lib/wire/bank";

export const POST = endpoint(bank.importBankFile, async ({ user, body, key, now }) => ({
  status: 201,
  json: await importFile(user.id, services.catalog, key, body, now),
}));
