/** Notes as files, to keep outside. */
import * as z from "@/lib/challenges/schema";
import { route } from "./route";
import { id } from "./scalars";

/** A note's Markdown. */
export const exportNote = route({
  method: "GET",
  path: "/groups/:id/notes/:note/file",
  params: z.object({ id, note: id }),
  reply: z.instanceof(Uint8Array),
  file: "text/markdown",
  access: "user",
  limit: { name: "note-file", by: "user" },
});

/** All notes of a group with their pictures. */
export const exportNotes = route({
  method: "GET",
  path: "/groups/:id/notes/archive",
  params: z.object({ id }),
  reply: z.instanceof(Uint8Array),
  file: "application/zip",
  access: "user",
  limit: { name: "export", by: "user" },
});
