/** Edits under another number: what was written under one that is somebody else's is written anew under a fresh one, letter for letter. */
import * as Y from "yjs";

interface Renumbering {
  /** The number that takes its place. */
  readonly fresh: number;
  /** The first letter under the old number that is this tab's. */
  readonly from: number;
  /** Behind the last that is known to be. */
  readonly end: number;
}
export type Renumberings = ReadonlyMap<number, Renumbering>;

/** A number as Yjs draws one for a document. */
const freshNumber = (): number => new Y.Doc().clientID;

/** Fresh numbers for all that `update` comes under. @param queued all that waits to be sent, `update` among it */
export function renumberingsOf(update: Uint8Array, queued: Uint8Array): Renumberings {
  const numbers = new Set(Y.decodeUpdate(update).structs.map(({ id }) => id.client));
  const spans = new Map<number, Renumbering>();
  for (const { id, length } of Y.decodeUpdate(queued).structs) {
    if (!numbers.has(id.client)) continue;
    const { fresh, from, end } = spans.get(id.client) ?? { fresh: freshNumber(), from: id.clock, end: 0 };
    spans.set(id.client, { fresh, from: Math.min(from, id.clock), end: Math.max(end, id.clock + length) });
  }
  return spans;
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

/**
 * The same edit under the fresh numbers. What stands under an old number in it is this tab's; of what it only points to, that is this tab's
 * which lies within the span, and the rest is the other's.
 */
export function renumbered(update: Uint8Array, numbers: Renumberings): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update);
  const ends = new Map([...numbers].map(([number, { end }]) => [number, end]));
  for (const { id, length } of structs) ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length));
  const isMine = (number: number, clock: number): boolean => {
    const of = numbers.get(number);
    return of !== undefined && clock >= of.from && clock < (ends.get(number) ?? 0);
  };
  const idOf = <Id extends Y.ID | null>(id: Id): Y.ID | Id => {
    const of = id === null ? undefined : numbers.get(id.client);
    return id === null || of === undefined || !isMine(id.client, id.clock) ? id : Y.createID(of.fresh, id.clock - of.from);
  };

  const moved = structs.map((struct): Struct => {
    const id = idOf(struct.id);
    if (struct instanceof Y.Item) {
      const { origin, rightOrigin, parent, parentSub, content } = struct;
      return new Y.Item(id, null, idOf(origin), null, idOf(rightOrigin), parent, parentSub, content);
    }
    return struct instanceof Y.Skip ? new Y.Skip(id, struct.length) : new Y.GC(id, struct.length);
  });
  const deleted = [...ds.clients].flatMap(([client, spans]) =>
    spans.flatMap(({ clock, len }) => {
      const of = numbers.get(client);
      const [from, to] = of === undefined ? [clock, clock] : [of.from, ends.get(client) ?? 0];
      const [start, stop] = [Math.max(clock, from), Math.min(clock + len, to)];
      if (of === undefined || start >= stop) return [{ client, clock, len }];
      return [
        { client, clock, len: start - clock },
        { client: of.fresh, clock: start - of.from, len: stop - start },
        { client, clock: stop, len: clock + len - stop },
      ].filter((each) => each.len > 0);
    }),
  );
  return encoded(moved, deleted);
}

/** Yjs's first encoding of an update: writeLen writes a plain number. */
function encoded(
  structs: readonly Struct[],
  deleted: readonly { readonly client: number; readonly clock: number; readonly len: number }[],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const each = <T>(groups: ReadonlyMap<number, readonly T[]>, write: (client: number, list: readonly T[]) => void): void => {
    encoder.writeLen(groups.size);
    // The highest first, as whoever merges updates expects it.
    for (const [client, list] of [...groups].sort(([a], [b]) => b - a)) write(client, list);
  };
  each(
    grouped(structs, ({ id }) => id.client),
    (client, list) => {
      encoder.writeLen(list.length);
      encoder.writeClient(client);
      encoder.writeLen(list[0].id.clock);
      for (const struct of list) struct.write(encoder, 0);
    },
  );
  each(
    grouped(deleted, ({ client }) => client),
    (client, list) => {
      encoder.writeClient(client);
      encoder.writeLen(list.length);
      for (const { clock, len } of list) {
        encoder.writeLen(clock);
        encoder.writeLen(len);
      }
    },
  );
  return encoder.toUint8Array();
}

function grouped<T>(list: readonly T[], of: (each: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const each of list) groups.set(of(each), [...(groups.get(of(each)) ?? []), each]);
  return groups;
}
