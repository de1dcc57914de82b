import { body, END, get, I32, leb, moduleOf, set, SIMD, text, V128 } from "../assembly";

/**
 * A WebAssembly module of one function:
 *
 *   mix(to, taps, tapsEnd, bytes): for c = 0, 64, 128 … below `bytes`: 16 floats at to + c = Σ over taps of weight · 16 floats at address + c
 *
 * A tap is 8 bytes: an i32 address and an f32 weight. There is at least one tap, and `bytes` is a multiple of 64.
 */

/** A constant below 64, whose signed encoding is one byte. */
const small = (value: number): number[] => [0x41, value];
/** Constants of 64 and more need a second byte in signed LEB128. */
const SIXTY_FOUR = [0x41, 0xc0, 0x00];
const ADD = [0x6a];
const LESS = [0x49];
const LOOP = [0x03, 0x40];
const again = (depth: number): number[] => [0x0d, depth];
const loadI32 = [0x28, 0x00, 0x00];
const loadV128 = (offset: number): number[] => [SIMD, 0x00, 0x00, ...leb(offset)];
const loadSplat = (offset: number): number[] => [SIMD, 0x09, 0x00, ...leb(offset)];
const storeV128 = (offset: number): number[] => [SIMD, 0x0b, 0x00, ...leb(offset)];
const ZEROS = [SIMD, 0x0c, ...new Array<number>(16).fill(0)];
const ADD_F32X4 = [SIMD, ...leb(0xe4)];
const MUL_F32X4 = [SIMD, ...leb(0xe6)];

/** Parameters, then locals. */
const TO = 0;
const TAPS = 1;
const TAPS_END = 2;
const BYTES = 3;
const TAP = 4;
const FROM = 5;
const AT = 6;
const WEIGHT = 7;
const SUMS = [8, 9, 10, 11];

function mixBody(): number[] {
  const code = [
    ...LOOP,
    ...SUMS.flatMap((sum) => [...ZEROS, ...set(sum)]),
    ...get(TAPS),
    ...set(TAP),
    ...LOOP,
    ...[...get(TAP), ...loadI32, ...get(AT), ...ADD, ...set(FROM)],
    ...[...get(TAP), ...loadSplat(4), ...set(WEIGHT)],
    ...SUMS.flatMap((sum, k) => [...get(sum), ...get(FROM), ...loadV128(16 * k), ...get(WEIGHT), ...MUL_F32X4, ...ADD_F32X4, ...set(sum)]),
    ...[...get(TAP), ...small(8), ...ADD, ...set(TAP)],
    ...[...get(TAP), ...get(TAPS_END), ...LESS, ...again(0)],
    END,
    ...SUMS.flatMap((sum, k) => [...get(TO), ...get(AT), ...ADD, ...get(sum), ...storeV128(16 * k)]),
    ...[...get(AT), ...SIXTY_FOUR, ...ADD, ...set(AT)],
    ...[...get(AT), ...get(BYTES), ...LESS, ...again(0)],
    END,
  ];
  return body([3, I32, 5, V128], code);
}

/** The module's bytes: exports `mix` and `memory` (one page to begin with). */
export function mixModule(): Uint8Array<ArrayBuffer> {
  return moduleOf([
    [1, [1, 0x60, 4, I32, I32, I32, I32, 0]],
    [3, [1, 0]],
    [5, [1, 0x00, 1]],
    [7, [2, ...text("mix"), 0x00, 0, ...text("memory"), 0x02, 0]],
    [10, [1, ...mixBody()]],
  ]);
}
