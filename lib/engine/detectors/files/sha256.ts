/** First 32 bits of the fractional parts of the cube roots of the first 64 primes, worked out rather than listed. */
const ROUND = new Uint32Array(64);
const START = new Uint32Array(8);
{
  // ⌊2^32 · frac(p^(1/n))⌋ by bisection in whole numbers: exact on every engine.
  const fraction = (prime: number, root: 2n | 3n): number => {
    const target = BigInt(prime) << (32n * root);
    let low = 0n;
    let high = 1n << 40n;
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (middle ** root <= target) low = middle;
      else high = middle;
    }
    return Number(low & 0xffffffffn);
  };
  for (let n = 2, count = 0; count < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    ROUND[count] = fraction(n, 3n);
    if (count < 8) START[count] = fraction(n, 2n);
    count++;
  }
}

const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n));

/**
 * SHA-256 as lower-case hex (FIPS 180-4). In plain code because the browser's own is missing on pages without TLS.
 * @example sha256 of "abc" (3 bytes) → ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
 */
export function sha256(bytes: Uint8Array): string {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  const state = START.slice();
  const w = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((v, i) => (state[i] = state[i] + v));
  }
  return Array.from(state, (v) => v.toString(16).padStart(8, "0")).join("");
}
