import { xmlOf } from "@/lib/server/bank/exports";
import { file } from "@/lib/server/http/file";
import * as bank from "@/lib/wire/bank";

export const GET = file(bank.exportXml, ({ user, params, now }) => xmlOf(user, params.language, now));
