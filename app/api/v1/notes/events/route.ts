import { stream } from "@/lib/server/http/stream";
import { listenToNotes } from "@/lib/server/notes/events";
import * as notes from "@/lib/wire/notes";

/** `<note>.<seq>,…` as a map. */
const positions = (at: string): Map<string, number> =>
  new Map(
    at
      .split(",")
      .filter((one) => one !== "")
      .map((one) => [one.slice(0, one.lastIndexOf(".")), Number(one.slice(one.lastIndexOf(".") + 1))]),
  );

export const GET = stream(notes.listenToNotes, async ({ user, query, after, signal }) => {
  const at = positions(query.at ?? "");
  // What a browser that comes back has heard since it asked; of a note that it did not ask for, nothing.
  if (after !== null)
    for (const [note, seq] of positions(after)) if (at.has(note) && seq > 0) at.set(note, Math.max(seq, at.get(note) ?? 0));
  return listenToNotes(user.id, { at, groups: new Set(query.groups?.split(",")) }, signal);
});
