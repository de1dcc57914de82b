/** Pictures of a note. Whoever is in its group sees them; to everybody else they do not exist. */
import * as z from "@/lib/challenges/schema";
import { PICTURE_BYTES, PICTURE_TYPES } from "./noteParts";
import { route, type ReplyOf } from "./route";
import { id } from "./scalars";

/** Puts a picture into a note. The body is the file itself. The same file again is the picture that is there. */
export const addNoteImage = route({
  method: "POST",
  path: "/groups/:id/notes/:note/images",
  params: z.object({ id, note: id }),
  upload: { types: PICTURE_TYPES, most: PICTURE_BYTES },
  reply: z.object({
    id: z.string(),
    /** As it is kept, in pixels. */
    width: z.number(),
    height: z.number(),
    repeated: z.boolean(),
  }),
  access: "user",
  limit: { name: "picture", by: "user" },
});
export type AddedImage = ReplyOf<typeof addNoteImage>;

export const readNoteImage = route({
  method: "GET",
  path: "/groups/:id/notes/:note/images/:image",
  params: z.object({ id, note: id, image: id }),
  reply: z.instanceof(Uint8Array),
  file: "image/webp",
  access: "user",
});
