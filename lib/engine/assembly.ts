/**
 * The parts of a WebAssembly module that every hand-assembled one needs, since JavaScript has no SIMD of its own.
 * Source of the encoding: WebAssembly Core Specification 2.0, chapter 5.
 */

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;
export const SIMD = 0xfd;
export const END = 0x0b;

/** Unsigned LEB128. */
export function leb(value: number): number[] {
  const out: number[] = [];
  for (let rest = value; ;) {
    const low = rest & 0x7f;
    rest >>>= 7;
    if (rest === 0) return [...out, low];
    out.push(low | 0x80);
  }
}

const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
export const text = (name: string): number[] => sized([...name].map((c) => c.charCodeAt(0)));
/** A function's locals (pairs of how many and their type) and code. */
export const body = (locals: readonly number[], code: readonly number[]): number[] => sized([locals.length / 2, ...locals, ...code, END]);

export const get = (local: number): number[] => [0x20, ...leb(local)];
export const set = (local: number): number[] => [0x21, ...leb(local)];

/** A module's bytes from its sections' contents, by their number (1 types, 2 imports, 3 functions, 5 memories, 7 exports, 10 code). */
export function moduleOf(sections: readonly (readonly [id: number, bytes: readonly number[]])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...sections.flatMap(([id, bytes]) => section(id, bytes))]);
}

/** A compiled module, or null where an engine has no WebAssembly SIMD or a page forbids compiling. */
export function compile(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module | null {
  if (typeof WebAssembly !== "object") return null;
  try {
    return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  } catch {
    // A content security policy may refuse to compile; the plain code gives the same answer.
    return null;
  }
}
