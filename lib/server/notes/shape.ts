/** What a note is to Yjs: a document with one shared text. Everything else that Yjs could carry is refused. */
import * as Y from "yjs";
import { badUpdate } from "../http/errors";
import { NOTE_TEXT } from "@/lib/wire/noteParts";

/** Characters that the database cannot hold, or that editors count otherwise than Yjs does. */
const UNFIT = /[\0\r]/;

/** The update that writes `text` into an empty note. */
export function firstUpdate(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText(NOTE_TEXT).insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** Numbers of the clients whose insertions an update carries. @throws ApiError bad-update for anything but insertions into and deletions from the one text */
export function clientsOf(update: Uint8Array): ReadonlySet<number> {
  const clients = new Set<number>();
  for (const struct of decoded(update).structs) {
    if (struct instanceof Y.Skip) continue;
    clients.add(struct.id.client);
    if (struct instanceof Y.GC) continue;
    const { content, parent, parentSub } = struct as Y.Item;
    const fits =
      parentSub === null &&
      (parent === null || (parent as unknown) === NOTE_TEXT) &&
      (content instanceof Y.ContentDeleted || (content instanceof Y.ContentString && !UNFIT.test(content.str)));
    if (!fits) throw badUpdate();
  }
  return clients;
}

function decoded(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw badUpdate();
  }
}
