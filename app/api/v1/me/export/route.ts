import { exportAccount } from "@/lib/server/account/export";
import { file } from "@/lib/server/http/file";
import * as account from "@/lib/wire/account";

export const GET = file(account.exportMe, ({ user, now }) => exportAccount(user, now));
