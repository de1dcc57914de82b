/** What a note is to Yjs: a document with one shared text. Everything else that Yjs could carry is refused. */
import * as Y from "yjs";
import { badUpdate } from "../http/errors";
import { NOTE_TEXT } from "@/lib/wire/noteParts";

/** Characters that the database cannot hold, or that editors count otherwise than Yjs does. */
const UNFIT = /[\0\r]/;
/** The most characters that one edit may speak of, those among them that are deleted again. */
const MOST_CHARACTERS = 4_000_000;

/** The update that writes `text` into an empty note. */
export function firstUpdate(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText(NOTE_TEXT).insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/**
 * Numbers of the clients whose insertions an update carries; none where it only deletes.
 * @throws ApiError bad-update for anything but insertions into the one text and deletions from it
 */
export function clientsOf(update: Uint8Array): ReadonlySet<number> {
  const clients = new Set<number>();
  let characters = 0;
  for (const struct of decoded(update).structs) {
    // A note's text is never deleted as a whole and never sent with holes: nothing else than items stands in its updates.
    if (!(struct instanceof Y.Item)) throw badUpdate();
    const { content, parent, parentSub } = struct;
    const inText = parentSub === null && (parent === null || (parent as unknown) === NOTE_TEXT);
    const isText = content instanceof Y.ContentDeleted || (content instanceof Y.ContentString && !UNFIT.test(content.str));
    characters += struct.length;
    if (!inText || !isText || characters > MOST_CHARACTERS) throw badUpdate();
    clients.add(struct.id.client);
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
