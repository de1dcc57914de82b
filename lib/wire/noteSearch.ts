/** Looking for something in the notes of one's groups. */
import * as z from "@/lib/challenges/schema";
import { route, type ReplyOf } from "./route";
import { id } from "./scalars";

/** The notes that hold every word of `q`, the latest written first; up to 20 at a time. */
export const searchNotes = route({
  method: "GET",
  path: "/groups/search",
  query: z.object({
    q: z.string().min(1).max(100),
    /** Only of this group; absent: of all one is in. */
    group: id.optional(),
    /** Behind this note of an answer before. */
    after: id.optional(),
  }),
  reply: z.object({
    /** Whether there was anything to look for: a word of two characters at least. */
    asked: z.boolean(),
    notes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        group: z.object({ id: z.string(), name: z.string() }),
        /** Of its session; null for a page of its own. */
        date: z.string().nullable(),
        updatedAt: z.string(),
        /** Lines in which something was found, counted from 1; 0 is the title. */
        lines: z.array(z.object({ line: z.number(), pieces: z.array(z.object({ text: z.string(), hit: z.boolean() })).readonly() })),
      }),
    ),
    /** Ask with it for those behind; null where there are none. */
    after: z.string().nullable(),
  }),
  access: "user",
  limit: { name: "search", by: "user" },
});
export type FoundNotes = ReplyOf<typeof searchNotes>;
