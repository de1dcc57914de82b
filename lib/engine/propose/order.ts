const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;
/** Above this many equal upper words in a row, sorting by comparison beats insertion. */
const LONG_RUN = 24;

/**
 * Indices that sort non-negative numbers upwards; equal numbers keep their order (stable).
 * Radix sort (11 bits a pass) on the upper 32 bits of the doubles, whose order is that of the numbers, then the few runs
 * that agree in those bits are put in order by value. O(n).
 */
export function stableOrder(keys: Float64Array): Uint32Array {
  const n = keys.length;
  // Little-endian hardware everywhere JavaScript engines run: the upper word is the odd one.
  const both = new Uint32Array(keys.buffer, keys.byteOffset, 2 * n);
  let words = new Uint32Array(n);
  let order = new Uint32Array(n);
  const counts = new Uint32Array(3 * RADIX);
  for (let i = 0; i < n; i++) {
    const word = both[2 * i + 1];
    words[i] = word;
    order[i] = i;
    counts[word & (RADIX - 1)]++;
    counts[RADIX + ((word >>> RADIX_BITS) & (RADIX - 1))]++;
    counts[2 * RADIX + (word >>> (2 * RADIX_BITS))]++;
  }
  let nextWords = new Uint32Array(n);
  let nextOrder = new Uint32Array(n);
  for (let pass = 0; pass < 3; pass++) {
    scatter(words, order, nextWords, nextOrder, counts.subarray(pass * RADIX, (pass + 1) * RADIX), pass * RADIX_BITS);
    [words, nextWords] = [nextWords, words];
    [order, nextOrder] = [nextOrder, order];
  }
  for (let start = 0; start < n; ) {
    const word = words[start];
    let end = start + 1;
    while (end < n && words[end] === word) end++;
    if (end - start > 1) sortRun(keys, order, start, end);
    start = end;
  }
  return order;
}

/** One pass: moves words and indices to where the digit at `shift` belongs; `counts` becomes the end of each digit. */
function scatter(words: Uint32Array, order: Uint32Array, toWords: Uint32Array, toOrder: Uint32Array, counts: Uint32Array, shift: number): void {
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
    if (!sorted) order.subarray(start, end).sort((a, b) => keys[a] - keys[b] || a - b);
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
