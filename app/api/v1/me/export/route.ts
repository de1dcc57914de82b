import { exportAccount } from "@/lib/server/account/export";
import { file } from "@/lib/server/http/file";
import * as account from "@/lib/wire/account";

export const GET = file(account.exportMe, async ({ user, now }) => ({
  name: `boxup-${new Date(now).toISOString().slice(0, 10)}.zip`,
  pieces: await exportAccount(user.id, now),
}));
