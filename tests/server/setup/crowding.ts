/** Edits that are allowed one by one, and that no editor writes: as many insertions behind one letter as one edit may have. */
import * as Y from "yjs";

/** Of one edit (lib/server/notes/documents/shape.ts). */
const CROWD = 500;

interface Letter {
  readonly client: number;
  readonly clock: number;
}

/**
 * Yjs's own encoding of letters that all say that they come right behind one of `origins`, and before nothing: Yjs looks at all that stands
 * behind it to find their place. They come deleted, so that the note's text is none the longer.
 * @param count letters behind each
 */
export function crowding(client: number, origins: readonly Letter[], count = CROWD): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  // writeLen writes a plain number: one client, so many letters, from its first on.
  encoder.writeLen(1);
  encoder.writeLen(origins.length * count);
  encoder.writeClient(client);
  encoder.writeLen(0);
  for (let clock = 0; clock < origins.length * count; clock++) {
    const { client: of, clock: letter } = origins[Math.floor(clock / count)];
    const gone = new Y.ContentDeleted(1);
    new Y.Item(Y.createID(client, clock), null, Y.createID(of, letter), null, null, null, null, gone).write(encoder, 0);
  }
  encoder.writeLen(0);
  return encoder.toUint8Array();
}
