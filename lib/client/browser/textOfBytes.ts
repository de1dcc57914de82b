/** A file as text, whatever it was written with: UTF-8 or UTF-16 with a mark, UTF-8 without one, else CP949 as older Korean programs write. */

const strictly = (label: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without a mark: of Latin text every second byte is 0. */
function unmarked(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const pairs = Math.min(bytes.length, 2000) / 2;
  let [first, second] = [0, 0];
  for (let i = 0; i < pairs; i++) {
    first += Number(bytes[2 * i] === 0);
    second += Number(bytes[2 * i + 1] === 0);
  }
  if (second > pairs / 3 && second > first) return "utf-16le";
  return first > pairs / 3 ? "utf-16be" : null;
}

/** Null where it is no text: a picture, a document of an office program. */
export function textOfBytes(bytes: Uint8Array): string | null {
  const marked =
    (bytes[0] === 0xff && bytes[1] === 0xfe && "utf-16le") || (bytes[0] === 0xfe && bytes[1] === 0xff && "utf-16be") || unmarked(bytes);
  const text = marked ? strictly(marked, bytes) : (strictly("utf-8", bytes) ?? strictly("euc-kr", bytes));
  // No text holds zeros or many other controls.
  return text === null || /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text;
}
