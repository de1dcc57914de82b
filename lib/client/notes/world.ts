/** What a note in a tab needs of the world, and what it says of itself. */
import * as Y from "yjs";
import { fromBase64 } from "./bytes";
import type { ApiError } from "../api/apiError";
import type { NoteEdits } from "@/lib/wire/notes";
import type { NoteStore, Snapshot } from "./noteStore";

export interface World {
  /** Sends an edit; the number that it was kept under. @throws ApiError */
  readonly post: (update: Uint8Array, key: string) => Promise<number>;
  /** What came after an edit. @throws ApiError */
  readonly since: (after: number) => Promise<NoteEdits>;
  readonly store: NoteStore;
  readonly newKey: () => string;
  /** Calls `task` in `ms`; the function that comes back takes that back. */
  readonly later: (task: () => void, ms: number) => () => void;
}

export interface SyncState {
  /** Whether the note is on the screen: from the server, or as it stood last. */
  readonly loaded: boolean;
  /** Edits made here that the server has not acknowledged. */
  readonly waiting: number;
  /** All of them stand in the browser's store: a tab that closes loses none. */
  readonly stored: boolean;
  /** Whether the server was reached last. */
  readonly reached: boolean;
  /** Why nothing more is sent: it waits for the writer, or for nobody. */
  readonly refused: ApiError | null;
  /** The note is to be opened anew in this tab, from what the store holds: its number here was somebody else's. */
  readonly renewed: boolean;
  /** The text is longer than a note may be: what is waiting goes once it is shorter. */
  readonly tooLong: boolean;
}

/** The note as the server has it. @throws ApiError */
export async function fetchNote(since: World["since"]): Promise<Snapshot & { readonly doc: Y.Doc }> {
  const doc = new Y.Doc();
  let after = 0;
  for (let seq = 1; after < seq;) {
    const edits = await since(after);
    if (edits.state !== null) Y.applyUpdate(doc, fromBase64(edits.state.update));
    for (const { update } of edits.updates) Y.applyUpdate(doc, fromBase64(update));
    ({ seq } = edits);
    after = edits.updates.at(-1)?.seq ?? edits.state?.seq ?? seq;
  }
  return { doc, seq: after, state: Y.encodeStateAsUpdate(doc) };
}
