import { readPicture } from "@/lib/server/bank/pictures";
import { file } from "@/lib/server/http/file";
import * as bank from "@/lib/wire/bank";

export const GET = file(bank.readBankPicture, async ({ user, params }) => {
  const bytes = await readPicture(user.id, params.picture);
  return {
    pieces: (async function* () {
      yield bytes;
    })(),
  };
});
