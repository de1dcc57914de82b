import { readCalendar } from "@/lib/server/assignments/calendar";
import { file } from "@/lib/server/http/file";
import * as work from "@/lib/wire/work";

export const GET = file(work.readCalendar, async ({ params, now }) => ({
  name: "boxup.ics",
  pieces: oneOf(await readCalendar(params.secret, now)),
}));

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
