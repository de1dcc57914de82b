const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;
/** Above this many equal upper words in a row, sorting by comparison beats insertion. */
const LONG_RUN = 24;

/** Working arrays for sorting up to `length` numbers; the result lies in one of them. */
export class SortRoom {
  readonly words: Uint32Array;
  readonly order: Uint32Array;
  readonly nextWords: Uint32Array;
  readonly nextOrder: Uint32Array;
  readonly counts = new Uint32Array(3 * RADIX);

  constructor(length: number) {
    this.words = new Uint32Array(length);
    this.order = new Uint32Array(length);
    this.nextWords = new Uint32Array(length);
    this.nextOrder = new Uint32Array(length);
  }
}

/**
 * Indices that sort non-negative numbers upwards; equal numbers keep their order (stable).
 * Radix sort (11 bits a pass) on the upper 32 bits of the doubles, whose order is that of the numbers, then the few runs
 * that agree in those bits are put in order by value. O(n).
 * @param sequence the indices to sort, in the order equal numbers keep; all of them, rising, unless given
 * @param room working arrays as long as the sequence; new ones unless given
 */
export function stableOrder(
  keys: Float64Array,
  sequence: Uint32Array | null = null,
  room = new SortRoom(sequence ? sequence.length : keys.length),
): Uint32Array {
  const { words, nextWords, nextOrder, counts } = room;
  const n = words.length;
  const order = sequence ?? room.order;
  if (!sequence) for (let i = 0; i < n; i++) order[i] = i;
  // Little-endian hardware everywhere JavaScript engines run: the upper word is the odd one.
  const both = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const word = both[2 * order[i] + 1];
    words[i] = word;
    counts[word & (RADIX - 1)]++;
    counts[RADIX + ((word >>> RADIX_BITS) & (RADIX - 1))]++;
    counts[2 * RADIX + (word >>> (2 * RADIX_BITS))]++;
  }
  const digit = (pass: number) => counts.subarray(pass * RADIX, (pass + 1) * RADIX);
  scatter(words, order, nextWords, nextOrder, digit(0), 0);
  scatter(nextWords, nextOrder, words, room.order, digit(1), RADIX_BITS);
  scatter(words, room.order, nextWords, nextOrder, digit(2), 2 * RADIX_BITS);
  for (let start = 0; start < n;) {
    const word = nextWords[start];
    let end = start + 1;
    while (end < n && nextWords[end] === word) end++;
    if (end - start > 1) sortRun(keys, nextOrder, start, end);
    start = end;
  }
  return nextOrder;
}

/** One pass: moves words and indices to where the digit at `shift` belongs; `counts` becomes the end of each digit. */
function scatter(
  words: Uint32Array,
  order: Uint32Array,
  toWords: Uint32Array,
  toOrder: Uint32Array,
  counts: Uint32Array,
  shift: number,
): void {
  let total = 0;
  for (let d = 0; d < RADIX; d++) {
    const c = counts[d];
    counts[d] = total;
    total += c;
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const to = counts[(word >>> shift) & (RADIX - 1)]++;
    toWords[to] = word;
    toOrder[to] = order[i];
  }
}

function sortRun(keys: Float64Array, order: Uint32Array, start: number, end: number): void {
  if (end - start > LONG_RUN) {
    let sorted = true;
    for (let i = start + 1; i < end && sorted; i++) sorted = keys[order[i - 1]] <= keys[order[i]];
    if (!sorted)
      order.set(
        Array.from(order.subarray(start, end)).sort((a, b) => keys[a] - keys[b]),
        start,
      );
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const index = order[i];
    const key = keys[index];
    let j = i;
    for (; j > start && keys[order[j - 1]] > key; j--) order[j] = order[j - 1];
    order[j] = index;
  }
}
