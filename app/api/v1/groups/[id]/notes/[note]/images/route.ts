import { endpoint } from "@/lib/server/http/endpoint";
import { addNoteImage } from "@/lib/server/notes/images";
import * as noteImages from "@/lib/wire/noteImages";

export const POST = endpoint(noteImages.addNoteImage, async ({ user, params, upload, now }) => ({
  status: 201,
  json: await addNoteImage(user.id, params, upload, now),
}));
