/** Right answers as they are written down: "*" stands for anything, "\*" for the sign itself. */

type Piece = string;

/** The fixed pieces between the stars, in order; one piece where there is no star. */
function piecesOf(pattern: string): readonly Piece[] {
  const pieces = [""];
  for (let at = 0; at < pattern.length; at++) {
    if (pattern.startsWith("\\*", at)) {
      pieces[pieces.length - 1] += "*";
      at++;
    } else if (pattern[at] === "*") pieces.push("");
    else pieces[pieces.length - 1] += pattern[at];
  }
  return pieces;
}

/** One spelling of what is said the same: composed letters, single spaces, none around; small letters unless case counts. */
const spelled = (text: string, caseSensitive: boolean): string => {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim();
  return caseSensitive ? plain : plain.toLowerCase();
};

/** Whether `said` is what `pattern` means. Each piece is looked for behind the one before: linear, whatever the stars. */
export function fits(said: string, pattern: string, caseSensitive: boolean): boolean {
  const text = spelled(said, caseSensitive);
  const pieces = piecesOf(spelled(pattern, caseSensitive));
  if (pieces.length === 1) return text === pieces[0];
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

/** The shortest answer that a pattern takes; where spaces stand beside a star, something has to be there. @example plainest("grad*cam") → "gradcam" */
export function plainest(pattern: string): string {
  const pieces = piecesOf(pattern);
  const short = pieces.join("").trim();
  return fits(short, pattern, true) ? short : pieces.join("…").trim();
}
