/** Turning what a line holds beside its words (HTML, Markdown, pictures) into nothing. Every pattern is bounded, so that long lines take linear time. */

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  hellip: "…",
  middot: "·",
  bull: "•",
  ndash: "–",
  mdash: "—",
  rarr: "→",
  larr: "←",
  times: "×",
  alpha: "α",
  gamma: "γ",
};

function decoded(entity: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
}

/** A raw line with composed Hangul, decoded entities, half-width signs and plain spaces. Markers stand where they stood. */
export function levelled(raw: string): string {
  return (
    raw
      .normalize("NFC")
      .replace(/[\u200b-\u200d\u2060\ufeff\ufe0e\ufe0f\u00ad]/g, "")
      .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, decoded)
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
      .replace(/[\r\v\f\u2028\u2029]/g, " ")
      .replace(/[➡➔➜]/g, "→")
      // A hand that points from a label to its name; before a line's words it is a bullet.
      .replace(/(?<=[가-힣A-Za-z)] ?)(?:👉|☞)/gu, "→")
  );
}

const STRUCK = /~~[^~]{1,400}~~|<(del|s|strike)>[^<]{0,400}<\/(del|s|strike)>/gi;
const IMAGE = /!\[[^[\]]{0,300}\]\([^()]{0,2000}\)|!\[\[[^[\]]{0,300}\]\]|<img\b[^<>]{0,2000}>/gi;
const LINK = /\[([^[\]]{1,300})\]\([^()]{0,2000}\)/g;
const WIKI_LINK = /\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g;
const TAG = /<\/?[a-z][^<>]{0,2000}>/gi;
const ADDRESS = /https?:\/\/[^\s<>()]{1,2000}/gi;
const PICTOGRAPH = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u20e3]/gu;

/** The words of a line whose markers are gone: no HTML, links as their text, no emphasis, struck words, pictures and pictographs. */
export function cleaned(text: string): string {
  return text
    .replace(STRUCK, " ")
    .replace(IMAGE, " ")
    .replace(WIKI_LINK, "$1")
    .replace(LINK, "$1")
    .replace(TAG, " ")
    .replace(ADDRESS, " ")
    .replace(PICTOGRAPH, " ")
    .normalize("NFKC")
    .replace(/\*+|`+|__|'''/g, "")
    .replace(/\u2044/g, "/")
    .replace(/\\$/, "")
    .replace(/\\([#*_[\]()\-.])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
