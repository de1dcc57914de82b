/**
 * `text` without what cannot be seen or turns the direction of what stands after it: controls, fillers, joiners, marks without a letter
 * and heaps of them, spaces of other widths (which become one of ours). A joiner or a variant selector that makes an emoji stays.
 * @example visibleText("mi\u202ena\u3164") → "mina"
 */
export function visibleText(text: string): string {
  return (
    text
      // Private letters stand for what stays below: none may come in from outside.
      .replace(/[\ue000\ue001]/gu, "")
      .replace(/[\p{Zs}\p{Zl}\p{Zp}\u2800]+/gu, " ")
      // What joins two emoji, or chooses an emoji's coloured form, is part of a visible sign.
      .replace(/(\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu, "$1\ue000")
      .replace(/([\p{Extended_Pictographic}\p{Emoji}])\ufe0f/gu, "$1\ue001")
      .replace(/(?![\ue000\ue001])[\p{C}\p{Default_Ignorable_Code_Point}]/gu, "")
      .replaceAll("\ue000", "\u200d")
      .replaceAll("\ue001", "\ufe0f")
      // A letter carries three marks at most in any script that is written; more climb over the lines above.
      .replace(/(\p{M}{3})\p{M}+/gu, "$1")
      .replace(/(^|\s)(?!\ufe0f)\p{M}+/gu, "$1")
      .trim()
  );
}

/**
 * `text` of several lines, each without what cannot be seen; blank lines at its ends go, and of several in a row one stays. How far a line
 * is indented stays.
 * @example visibleLines(" a\u202e\r\n\n\n\n  b \n") → " a\n\n  b"
 */
export const visibleLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => /^[\t ]*/.exec(line)?.[0].replaceAll("\t", "  ") + visibleText(line.replaceAll("\t", " ")))
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
