/**
 * What was heard without a gap behind edit `seq`, and the last of it.
 * @param heard updates by their number; null for what was written here and is in the document already
 */
export function following(
  heard: ReadonlyMap<number, Uint8Array | null>,
  seq: number,
): { readonly updates: readonly Uint8Array[]; readonly seq: number } {
  const updates: Uint8Array[] = [];
  let last = seq;
  for (; heard.has(last + 1); last++) {
    const update = heard.get(last + 1);
    if (update) updates.push(update);
  }
  return { updates, seq: last };
}
