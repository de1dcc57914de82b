/** What a note is to Yjs: a document with one shared text. Everything else that Yjs could carry is refused. */
import * as Y from "yjs";
import { NOTE_TEXT } from "@/lib/wire/noteParts";

/** Characters that the database cannot hold, or that editors count otherwise than Yjs does. */
const UNFIT = /[\0\r]/;
/** The most characters that one edit may speak of, those among them that are deleted again. */
const MOST_CHARACTERS = 4_000_000;
/**
 * The most insertions of one edit behind the same letter. Yjs compares each with all others that stand there, so that many of them would
 * take minutes; whoever writes puts a letter behind the last one.
 */
const MOST_BESIDE = 500;
/** Documents of one writer that an edit may come from: one, or two where a tab was lost. */
const MOST_CLIENTS = 16;

/**
 * Numbers of the clients whose insertions an update carries; none where it only deletes.
 * Null for anything but insertions into the one text and deletions from it.
 */
export function clientsOf(update: Uint8Array): ReadonlySet<number> | null {
  const clients = new Set<number>();
  const beside = new Map<string, number>();
  let characters = 0;
  const { structs, ds } = decoded(update) ?? NOTHING;
  if (structs.length === 0 && ds.clients.size === 0) return null;
  for (const struct of structs) {
    // A note's text is never deleted as a whole and never sent with holes: nothing else than items stands in its updates.
    if (!(struct instanceof Y.Item)) return null;
    const { content, parent, parentSub, origin } = struct;
    const inText = parentSub === null && (parent === null || (parent as unknown) === NOTE_TEXT);
    const isText = content instanceof Y.ContentDeleted || (content instanceof Y.ContentString && !UNFIT.test(content.str));
    characters += struct.length;
    const behind = origin === null ? "" : `${origin.client}.${origin.clock}`;
    const siblings = (beside.get(behind) ?? 0) + 1;
    beside.set(behind, siblings);
    clients.add(struct.id.client);
    if (!inText || !isText || characters > MOST_CHARACTERS || siblings > MOST_BESIDE || clients.size > MOST_CLIENTS) return null;
  }
  return clients;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;
const NOTHING: Pick<Decoded, "structs"> & { readonly ds: { readonly clients: ReadonlyMap<number, unknown> } } = {
  structs: [],
  ds: { clients: new Map() },
};

function decoded(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}
