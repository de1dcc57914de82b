/** A number as it may stand in a field while it is typed: "", "-", "12.", "0.28". */
const TYPED = /^-?\d*\.?\d*$/;

/** Whether a text is one that typing leads to, so that the field itself reads it. */
export const isTyped = (text: string): boolean => TYPED.test(text);

/** How far the wide forms of ASCII lie from ASCII. */
const WIDE = 0xfee0;

/** One comma before three last digits: a thousand where people group digits, one where they write decimal commas. */
const THOUSAND = /^-?[1-9]\d{0,2},\d{3}$/;

/**
 * What a text says when it is read as typed text would be: without the space around it and the field's own unit behind it, a comma as a
 * decimal point, the wide digits of East Asian input methods as digits. Null where it is no number or could be two; nothing is left out
 * to make it one.
 * @example plainNumber("0,28") → "0.28"; plainNumber("２８%", "%") → "28"; plainNumber("1/4") → null; plainNumber("1,000") → null
 */
export function plainNumber(text: string, unit = ""): string | null {
  // Not the whole of Unicode's likenesses, which make 102 of 10².
  const trimmed = text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE)).trim();
  const bare = unit !== "" && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length).trimEnd() : trimmed;
  const signed = bare.replace(/^[−–]/, "-").replace(/^\+/, "");
  if (THOUSAND.test(signed)) return null;
  const plain = signed.replace(/^(-?\d*),(\d*)$/, "$1.$2");
  return /\d/.test(plain) && isTyped(plain) ? plain : null;
}

/** A text as it was typed, with a comma that stands as a point for now, where the two would read differently; null where they do not. */
export function typedThousand(text: string): string | null {
  const typed = text.replace(".", ",");
  return THOUSAND.test(typed) ? typed : null;
}
