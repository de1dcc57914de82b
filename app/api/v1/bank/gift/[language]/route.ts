import { giftOf } from "@/lib/server/bank/exports";
import { file } from "@/lib/server/http/file";
import * as bank from "@/lib/wire/bank";

export const GET = file(bank.exportGift, ({ user, params, now }) => giftOf(user, params.language, now));
