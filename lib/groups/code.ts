/** Codes of invitations: unguessable (50 bits), and typed without a mistake: no letter looks or sounds like another. */

/** Crockford's base 32: no I, L, O or U. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 10;
/** What is typed or pasted is looked at up to here. */
export const MOST_TYPED = 40;

/** The code that random bytes are, one byte a letter. @param bytes at least CODE_LENGTH, evenly drawn: 256 is a multiple of 32 */
export const codeOf = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => LETTERS[byte % 32]).join("");

/**
 * The one spelling of a code, however it was typed; null for what is none.
 * @example normaliseCode("abcde-fgh1o") → "ABCDEFGH10"; normaliseCode("U") → null
 */
export function normaliseCode(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s‐-―−-]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  return letters.length === CODE_LENGTH && [...letters].every((letter) => LETTERS.includes(letter)) ? letters : null;
}

/** As it is shown, in two halves. @example spacedCode("ABCDEFGH10") → "ABCDE-FGH10" */
export const spacedCode = (code: string): string => `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
