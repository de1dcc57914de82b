import { apart, bits, letters, within } from "./edits";
import { OTHERS, TERMS } from "./terms";

/** A name of a topic inside a line. */
export interface Term {
  readonly topic: string;
  readonly from: number;
  readonly to: number;
}

interface Name {
  readonly topic: string | null;
  readonly key: string;
  readonly letters: string;
  readonly bits: number;
  readonly capitals: boolean;
  /** Spellings of which the note's has to be one, or null. */
  readonly written: readonly string[] | null;
  readonly hangul: boolean;
}

interface Piece {
  readonly word: string;
  readonly raw: string;
  readonly from: number;
  readonly to: number;
  readonly hangul: boolean;
}

/** A name's letters and digits without what stands between them: "Fast R-CNN" → "fastrcnn". */
const keyOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9가-힣]+/g, "");

function nameOf(name: string, topic: string | null, capitals: boolean, written: readonly string[] | null = null): Name {
  const key = keyOf(name);
  const spelt = letters(key);
  return { topic, key, letters: spelt, bits: bits(spelt), capitals, written, hangul: /[가-힣]/.test(key) };
}

const NAMES: readonly Name[] = [
  ...TERMS.flatMap(({ topic, names, capitals = [], asWritten = [] }) => [
    ...names.map((name) => nameOf(name, topic, false)),
    ...capitals.map((name) => nameOf(name, topic, true)),
    ...asWritten.map((name) => nameOf(name, topic, true, asWritten)),
  ]),
  ...OTHERS.map((name) => nameOf(name, null, false)),
];

const EXACT: ReadonlyMap<string, Name> = new Map(NAMES.flatMap((name) => [name, ...plurals(name)].map((each) => [each.key, each])));
const LONGEST = Math.max(...NAMES.map(({ key }) => key.length)) + 2;

/** Names long enough to be known despite a slip, by the first letter and the length of what a note may have written. */
const NEAR = new Map<string, Name[]>();
for (const name of NAMES) {
  const slips = slipsAllowed(name);
  for (let length = name.letters.length - slips; slips > 0 && length <= name.letters.length + slips; length++) {
    const bucket = `${name.letters[0]}${length}`;
    NEAR.set(bucket, [...(NEAR.get(bucket) ?? []), name]);
  }
}

/** First letters of such names. */
const FIRST: ReadonlySet<string> = new Set(Array.from(NEAR.keys(), (bucket) => bucket[0]));

function plurals(name: Name): Name[] {
  if (name.hangul || name.capitals || name.topic === null || name.key.length < 4) return [];
  return [{ ...name, key: `${name.key}s` }];
}

/** Slips of spelling that a name survives: none in short ones, where another word is always near. */
function slipsAllowed({ letters: spelt, hangul, topic, capitals }: Name): number {
  if (topic === null || capitals) return 0;
  if (hangul) return spelt.length >= 20 ? 2 : spelt.length >= 9 ? 1 : 0;
  return spelt.length >= 14 ? 2 : spelt.length >= 7 ? 1 : 0;
}

/** Everyday words that are one slip away from a name. */
const EVERYDAY = new Set([
  "overlay",
  "overlays",
  "overlaid",
  "occasion",
  "interpretation",
  "centered",
  "singleshots",
  "compositional",
  "deconvolve",
]);

const PARTICLES =
  /^(?:[을를이가은는의에로와과도만들란나인임며고]|으로|에서|에는|에도|이란|이라|이나|이다|입니다|처럼|보다|까지|마다|부터|라는|이라는|이랑|하고|한테|에게|들을|들이|들은|별로?|용|시|후|전|란|식|법|값|형)/;

/** A particle and nothing else. */
const PARTICLE = new RegExp(`${PARTICLES.source}$`);

const WORD = /[a-z]+|[0-9]+|[가-힣]+/gi;

function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const [raw] = match;
    return { word: raw.toLowerCase(), raw, from: match.index, to: match.index + raw.length, hangul: /[가-힣]/.test(raw) };
  });
}

/** What words were meant to be, as far as this note has asked. */
type Known = Map<string, { name: Name; length: number } | null>;

/**
 * A function that finds the topics' names in a text, left to right, none inside another. It remembers what it has compared, so take one
 * for a whole note. @example termFinder()("Focalloss와 R CNN") → focal-loss, r-cnn
 */
export function termFinder(): (text: string) => Term[] {
  const known: Known = new Map();
  return (text) => {
    const pieces = piecesOf(text);
    const found: Term[] = [];
    for (let start = 0; start < pieces.length; start++) {
      const hit = longestAt(pieces, start, known);
      if (!hit) continue;
      if (hit.name.topic !== null) found.push({ topic: hit.name.topic, from: pieces[start].from, to: hit.to });
      start = hit.last;
    }
    return found;
  };
}

interface Hit {
  readonly name: Name;
  readonly last: number;
  readonly to: number;
}

/** The longest name that begins with this piece; one written as it should be comes before one with a slip. */
function longestAt(pieces: readonly Piece[], start: number, known: Known): Hit | null {
  let exact: Hit | null = null;
  let near: Hit | null = null;
  let joined = "";
  for (let last = start; last < pieces.length && joined.length <= LONGEST && last < start + 8; last++) {
    const piece = pieces[last];
    // A gap of more than a few signs is another phrase: "… in CNN. Visualization …" names nothing together.
    if (last > start && piece.from - pieces[last - 1].to > 3) break;
    const before = joined;
    joined += piece.word;
    const whole = EXACT.get(joined);
    if (whole && fits(whole, pieces, start, last)) exact = { name: whole, last, to: piece.to };
    else if (piece.hangul) exact = withParticle(before, pieces, start, last) ?? exact;
    const slipped = nearest(joined, piece, known);
    if (slipped) near = { name: slipped.name, last, to: piece.from + slipped.length };
  }
  return exact && (!near || exact.last >= near.last) ? exact : (near ?? exact);
}

/** Whether an everyday word stands for the term: in capitals, in a Korean line, or alone. */
const fits = (name: Name, pieces: readonly Piece[], start: number, last: number): boolean =>
  name.written?.includes(pieces[start].raw) ?? (!name.capitals || standsOut(pieces, start, last));

const standsOut = (pieces: readonly Piece[], start: number, last: number): boolean =>
  pieces.length <= 2 ||
  pieces.slice(start, last + 1).every(({ raw }) => raw === raw.toUpperCase()) ||
  pieces.slice(Math.max(0, start - 12), last + 12).some(({ hangul }) => hangul);

/** A Korean word that begins with a name and goes on with a particle, or, for long names, with any other word. */
function withParticle(before: string, pieces: readonly Piece[], start: number, last: number): Hit | null {
  const piece = pieces[last];
  for (let length = piece.word.length - 1; length > 0; length--) {
    const name = EXACT.get(before + piece.word.slice(0, length));
    if (!name || (name.capitals && start === last)) continue;
    if (length >= 3 || PARTICLES.test(piece.word.slice(length))) return { name, last, to: piece.from + length };
  }
  return null;
}

/** Words remembered at most, so that a book of random letters does not fill the memory. */
const REMEMBERED = 20_000;

/** The name a word was meant to be, and how much of the last piece belongs to it. */
function nearest(joined: string, piece: Piece, known: Known): { name: Name; length: number } | null {
  if (joined.length < (piece.hangul ? 3 : 6) || joined.length > LONGEST || !FIRST.has(letters(joined[0])[0])) return null;
  if (!piece.hangul && !/[가-힣]/.test(joined) && !NEAR.has(`${joined[0]}${joined.length}`)) return null;
  const key = `${joined} ${piece.word.length}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  let answer: { name: Name; length: number } | null = null;
  // A Korean word may carry a particle of one or two syllables behind the name.
  for (let cut = 0; cut <= (piece.hangul ? Math.min(2, piece.word.length - 1) : 0) && !answer; cut++) {
    if (cut > 0 && !PARTICLE.test(joined.slice(-cut))) continue;
    const name = nearestName(cut > 0 ? joined.slice(0, -cut) : joined);
    if (name) answer = { name, length: piece.word.length - cut };
  }
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, answer);
  return answer;
}

function nearestName(word: string): Name | null {
  if (EVERYDAY.has(word)) return null;
  const spelt = letters(word);
  const set = bits(spelt);
  for (const name of NEAR.get(`${spelt[0]}${spelt.length}`) ?? []) {
    const slips = slipsAllowed(name);
    if (apart(set, name.bits) <= 2 * slips && within(spelt, name.letters, slips)) return name;
  }
  return null;
}
