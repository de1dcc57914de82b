/** A number as it may stand in a field while it is typed: "", "-", "12.", "0.28". */
const TYPED = /^-?\d*\.?\d*$/;

/** Whether a text is one that typing leads to, so that the field itself reads it. */
export const isTyped = (text: string): boolean => TYPED.test(text);

/**
 * What a text that came at once (pasted, dropped) says when it is read as typed text would be: without the space around it and the
 * field's own unit behind it, a comma as a decimal point. Null where it is no number; nothing is left out to make it one.
 * @example plainNumber("0,28") → "0.28"; plainNumber("28%", "%") → "28"; plainNumber("1/4") → null
 */
export function plainNumber(text: string, unit = ""): string | null {
  const trimmed = text.trim();
  const bare = unit !== "" && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length).trimEnd() : trimmed;
  const plain = bare
    .replace(/^[−–]/, "-")
    .replace(/^\+/, "")
    .replace(/^(-?\d*),(\d+)$/, "$1.$2");
  return /\d/.test(plain) && isTyped(plain) ? plain : null;
}
