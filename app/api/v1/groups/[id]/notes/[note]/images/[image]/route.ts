import { file } from "@/lib/server/http/file";
import { readNoteImage } from "@/lib/server/notes/images";
import * as noteImages from "@/lib/wire/noteImages";

export const GET = file(noteImages.readNoteImage, async ({ user, params, now }) => {
  const bytes = await readNoteImage(user.id, params, now);
  return {
    pieces: (async function* () {
      yield bytes;
    })(),
  };
});
