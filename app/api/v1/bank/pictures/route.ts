import { addPicture } from "@/lib/server/bank/pictures";
import { endpoint } from "@/lib/server/http/endpoint";
import * as bank from "@/lib/wire/bank";

export const POST = endpoint(bank.addBankPicture, async ({ user, upload, now }) => ({
  status: 201,
  json: await addPicture(user, upload, now),
}));
