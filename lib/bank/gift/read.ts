/**
 * Reads GIFT, Moodle's text format for questions (https://docs.moodle.org/en/GIFT_format). Written for this: a reader that tells the line
 * and the reason of everything it cannot take, question by question, and goes on with the next.
 */
import type { Text } from "@/lib/challenges/text";
import { blankBase, NOTHING } from "../blank";
import { LIMITS, type Content, type NumericAnswer, type Option, type ShortAnswer } from "../content";
import { faultsOf } from "../faults";
import { FALSE, TRUE } from "../multilang";
import { tidy } from "../tidy";
import { blocksOf, type Block } from "./blocks";
import { readExtras, withExtras, type Extras } from "./extras";
import { formatOf, readText, readTextAs, type Format, type Reading } from "./format";
import { cut, find, unescape, type Part } from "./signs";

export interface LineFault {
  readonly line: number;
  readonly text: Text;
}

/** A question of a file, or why it is none. */
export interface ReadRow {
  /** Where it begins, from 1. */
  readonly line: number;
  /** Null where it has faults. */
  readonly content: Content | null;
  readonly faults: readonly LineFault[];
  /** The beginning of what stands there. */
  readonly said: string;
  /** Of a row of a table: columns that hold something and are none of a question like this. */
  readonly ignored?: readonly string[];
}

class Unread extends Error {
  constructor(
    readonly at: number,
    readonly words: Text,
  ) {
    super(words.en);
  }
}

const refuse = (at: number, ko: string, en: string): never => {
  throw new Unread(at, { ko, en });
};

/** Answers that are looked at one by one: more than any question may have, which is told of each by its own limit. */
const MOST_PARTS = 100;

/** A percentage after "=" or "~", and what follows it. */
const WEIGHT = /^\s*%(-?\d{1,3}(?:\.\d*)?)%/;
/** Longer than any id or tag may be, and short enough that a line of a thousand beginnings is read at once. */
const EXTRA_TAGS = /\[(id|tag):((?:[^\]\\]|\\.){1,300})\]/g;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** An answer taken apart: its sign, its weight, its text and what is said to it. */
interface Said {
  readonly sign: string;
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string;
  readonly at: number;
}

function saidOf({ text, at }: Part): Said {
  const sign = "=~".includes(text[0]) ? text[0] : "";
  const body = text.slice(sign.length);
  const weight = WEIGHT.exec(body);
  const rest = weight === null ? body : body.slice(weight[0].length);
  const hash = find(rest, "#");
  return {
    sign,
    weight: weight === null ? null : Number(weight[1]),
    text: hash === -1 ? rest : rest.slice(0, hash),
    feedback: hash === -1 ? "" : rest.slice(hash + 1),
    at,
  };
}

/** The answers of a question, between the braces. */
class Answers {
  constructor(
    readonly text: string,
    /** Where they begin in the block. */
    readonly at: number,
    readonly format: Format,
    readonly reading: Reading,
  ) {}

  said = (text: string): Text => readText(text, this.format, this.reading);

  /** No format is looked for on the right side of a pair; Moodle shows it as it stands. */
  partner = (text: string): Text => readTextAs(text, this.format === "markdown" ? "markdown" : "plain", this.reading);

  /** Cut before each of the signs, with their places in the block. */
  cuts(signs: string): Part[] {
    const parts = cut(this.text, signs);
    if (parts.length > MOST_PARTS) refuse(this.at, `답이 ${MOST_PARTS}개보다 많아요.`, `there are more than ${MOST_PARTS} answers.`);
    return parts.map(({ text, at }) => ({ text: text.trimStart(), at: this.at + at + indent(text) }));
  }

  parts = (signs: string): Said[] => this.cuts(signs).map(saidOf);

  judged({ weight, feedback }: Said, whole: number) {
    return { credit: weight ?? whole, misconception: null, feedback: this.said(feedback) };
  }
}

const indent = (text: string): number => text.length - text.trimStart().length;

type Body = Record<string, unknown>;

function options(answers: Answers): Body {
  const parts = answers.parts("=~");
  for (const { sign, at } of parts) if (sign === "") refuse(at, "보기는 = 또는 ~로 시작해야 해요.", "an answer has to begin with = or ~.");
  const single = parts.some(({ sign }) => sign === "=");
  return {
    kind: single ? "single" : "multiple",
    options: parts.map((part): Option => ({ text: answers.said(part.text), ...answers.judged(part, part.sign === "=" ? 100 : 0) })),
  };
}

function pairs(answers: Answers): Body {
  const found: { left: Text; right: Text }[] = [];
  const extra: Text[] = [];
  for (const { text: raw, at } of answers.cuts("=")) {
    const text = raw.replace(/^=/, "");
    const arrow = text.indexOf("->");
    if (text === raw || arrow === -1) refuse(at, "짝은 “=왼쪽 -> 오른쪽”으로 적어 주세요.", "a pair is written “=left -> right”.");
    const right = answers.partner(text.slice(arrow + 2));
    const left = text.slice(0, arrow);
    if (left.trim() === "") extra.push(right);
    else found.push({ left: answers.said(left), right });
  }
  return { kind: "match", pairs: found, extra, wrong: [] };
}

/** "{TRUE}", "{F#said to a wrong answer#said to a right one}"; null where it is neither. */
function truth(answers: Answers): Body | null {
  const [word, ...notes] = cut(answers.text, "#").map(({ text }) => text.replace(/^#/, ""));
  const isTrue = /^(T|TRUE)$/i.test(word.trim());
  if (!isTrue && !/^(F|FALSE)$/i.test(word.trim())) return null;
  const [missed, met] = [answers.said(notes[0] ?? ""), answers.said(notes[1] ?? "")];
  const option = (text: Text, right: boolean): Option => ({
    text,
    credit: right ? 100 : 0,
    misconception: null,
    feedback: right ? met : missed,
  });
  return { kind: "single", options: [option(TRUE, isTrue), option(FALSE, !isTrue)] };
}

function short(answers: Answers): Body {
  return {
    kind: "short",
    answers: answers.parts("=").map((part): ShortAnswer => ({
      // What has to be typed is no Markdown.
      said: unescape(formatOf(part.text, "plain").rest).trim(),
      ...answers.judged(part, 100),
    })),
    caseSensitive: false,
  };
}

/** The middle of a range, to the digits that its ends have. */
const exact = (value: number): number => Number(value.toPrecision(15));

function numberOf(text: string, at: number): number {
  const bare = text.trim();
  return NUMBER.test(bare) ? Number(bare) : refuse(at, `수로 읽지 못했어요: “${bare}”.`, `“${bare}” could not be read as a number.`);
}

function bandOf(text: string, at: number): { value: number; tolerance: number } {
  const bare = unescape(text);
  const [low, high, more] = bare.split("..");
  if (high !== undefined && more === undefined) {
    const [from, to] = [numberOf(low, at), numberOf(high, at)];
    if (from > to)
      refuse(at, `범위는 작은 수부터 적어 주세요: “${bare.trim()}”.`, `a range begins with the smaller number: “${bare.trim()}”.`);
    return { value: exact((from + to) / 2), tolerance: exact((to - from) / 2) };
  }
  const [value, tolerance] = bare.split(":");
  return { value: numberOf(value, at), tolerance: tolerance === undefined ? 0 : Math.abs(numberOf(tolerance, at)) };
}

function numbers(answers: Answers): Body {
  const wrong = find(answers.text, "~");
  const right = new Answers(wrong === -1 ? answers.text : answers.text.slice(0, wrong), answers.at, answers.format, answers.reading);
  const parts = right.parts("=");
  if (parts.length === 0) refuse(answers.at, "답이 될 수를 적어 주세요.", "there is no number to be answered.");
  // "*" and "~" both mean every other answer.
  const any = parts.find(({ text }) => text.trim() === "*") ?? (wrong === -1 ? null : saidOf({ text: answers.text.slice(wrong), at: 0 }));
  return {
    kind: "numeric",
    answers: parts
      .filter(({ text }) => text.trim() !== "*")
      .map((part): NumericAnswer => ({ ...bandOf(part.text, part.at), ...answers.judged(part, 100) })),
    unit: NOTHING,
    otherwise: any === null ? NOTHING : answers.said(any.feedback),
  };
}

/** @param kind told by a remark, where the signs alone would mislead */
function bodyOf(answers: Answers, kind?: Extras["kind"]): Body {
  const { text } = answers;
  if (text === "") return { kind: "essay" };
  if (text.startsWith("#")) return numbers(new Answers(text.slice(1), answers.at + 1, answers.format, answers.reading));
  if (find(text, "~") !== -1) return options(answers);
  // Only in front of what is said to an answer does an arrow make a pair.
  if (kind !== "short" && answers.parts("=").some((part) => part.sign === "=" && part.text.includes("->"))) return pairs(answers);
  const [first] = cut(text, "=");
  return (
    truth(answers) ??
    (first.text.trimStart().startsWith("=")
      ? short(answers)
      : refuse(answers.at, "답은 =, ~, # 또는 T, F로 시작해야 해요.", "answers begin with =, ~ or #, or are T or F."))
  );
}

/** What stands before, between and behind the braces. */
interface Halves {
  readonly prompt: string;
  /** Null where nothing is asked. */
  readonly answers: string | null;
  readonly at: number;
}

function halvesOf(text: string, from: number): Halves {
  const [open, close] = [find(text, "{", from), find(text, "}", from)];
  if (open === -1 && close === -1) return { prompt: text.slice(from), answers: null, at: from };
  if (open === -1 || (close !== -1 && close < open)) refuse(close, "}에 맞는 {가 없어요.", "a } has no { before it.");
  if (close === -1) refuse(open, "{에 맞는 }가 없어요.", "a { has no } behind it.");
  if (find(text, "{", open + 1) !== -1 && find(text, "{", open + 1) < close)
    refuse(
      find(text, "{", open + 1),
      "{ 안에 또 {가 있어요. 글자라면 \\{로 적어 주세요.",
      "a { stands inside of another; as a sign it is \\{.",
    );
  const after = find(text, "{", close + 1);
  if (after !== -1) refuse(after, "한 문제에 답 묶음 { }이 둘 있어요.", "a question has two sets of answers { }.");
  const stray = find(text, "}", close + 1);
  if (stray !== -1) refuse(stray, "}에 맞는 {가 없어요.", "a } has no { before it.");
  const rest = text.slice(close + 1);
  // Answers in the middle of the text: the missing word.
  const prompt = text.slice(from, open) + (rest.trim() === "" ? "" : `_____${rest}`);
  return { prompt, answers: text.slice(open + 1, close), at: open + 1 };
}

/** "::title::" at the beginning, and where the text goes on. */
function titleOf(text: string): { readonly title: string; readonly from: number } {
  const begin = indent(text);
  if (!text.startsWith("::", begin)) return { title: "", from: 0 };
  const end = find(text, "::", begin + 2);
  if (end === -1) return refuse(begin, "제목의 끝에 ::가 없어요.", "the title has no :: at its end.");
  return { title: unescape(text.slice(begin + 2, end)).trim(), from: end + 2 };
}

const NO_GENERAL = -1;
/** Where "####", what is said of the question as a whole, begins: the last one counts. */
function generalAt(answers: string): number {
  let last = NO_GENERAL;
  for (let at = find(answers, "####"); at !== -1; at = find(answers, "####", at + 1)) last = at;
  return last;
}

function contentOf(block: Block, category: string, reading: Reading): Content {
  const { title, from } = titleOf(block.text);
  const { prompt: raw, answers: whole, at } = halvesOf(block.text, from);
  const { format } = formatOf(raw, "moodle");
  const prompt = readText(raw, "moodle", reading);
  const general = whole === null ? NO_GENERAL : generalAt(whole);
  const own = whole === null || general === NO_GENERAL ? (whole ?? "") : whole.slice(0, general);
  const explanation = whole === null || general === NO_GENERAL ? NOTHING : readText(whole.slice(general + 4), format, reading);
  const marks = marksOf(block);
  const base = { ...blankBase(), title, category, ...marks.named, prompt, explanation };
  const body: Body =
    whole === null ? { kind: "description" } : bodyOf(new Answers(own.trim(), at + indent(own), format, reading), marks.extras?.kind);
  // The shape is the kind's own by the functions above; the schema looks once more when it is saved.
  const content = { ...base, ...body } as unknown as Content;
  if (marks.extras === null) return content;
  return (
    withExtras(content, marks.extras) ??
    refuse(0, "“// boxup:” 줄이 문제와 맞지 않아요.", "the line “// boxup:” does not fit the question.")
  );
}

/** "[id:…]", "[tag:…]" and our own remarks. */
function marksOf(block: Block): { readonly named: Pick<Content, "idNumber" | "tags">; readonly extras: Extras | null } {
  const found = block.remarks.map(({ text, line }) => ({ line, extras: readExtras(text) }));
  const broken = found.find(({ extras }) => extras === null);
  if (broken !== undefined) throw new UnreadLine(broken.line);
  const plain = block.remarks.filter((_, i) => found[i].extras === undefined).map(({ text }) => text);
  const marks = plain.flatMap((text) => [...text.matchAll(EXTRA_TAGS)]);
  const valuesOf = (name: string) => marks.filter((mark) => mark[1] === name).map((mark) => mark[2].replace(/\\(.)/g, "$1").trim());
  return {
    named: { idNumber: valuesOf("id").at(-1) ?? "", tags: [...new Set(valuesOf("tag"))] },
    extras: found.find(({ extras }) => extras)?.extras ?? null,
  };
}

class UnreadLine extends Error {
  constructor(readonly line: number) {
    super("boxup");
  }
}

const SAID = 80;

function rowOf(block: Block, category: string, reading: Reading): ReadRow {
  const row = { line: block.line, said: block.text.trim().slice(0, SAID) };
  try {
    const content = tidy(contentOf(block, category, reading));
    const faults = faultsOf(content).map(({ text }) => ({ line: block.line, text }));
    return { ...row, content: faults.length > 0 ? null : content, faults };
  } catch (error) {
    if (error instanceof UnreadLine)
      return {
        ...row,
        content: null,
        faults: [{ line: error.line, text: { ko: "“// boxup:” 줄을 읽지 못했어요.", en: "The line “// boxup:” could not be read." } }],
      };
    if (!(error instanceof Unread)) throw error;
    const { ko, en } = error.words;
    return { ...row, content: null, faults: [{ line: block.lineAt(error.at), text: { ko, en: en[0].toUpperCase() + en.slice(1) } }] };
  }
}

/**
 * Every question of a file, in its order, or why it is none. Never throws for a file's sake.
 * @param most questions that a file may have: of one with more none is read, and null answered
 */
export function readGift(file: string, reading: Reading): ReadRow[];
export function readGift(file: string, reading: Reading, most: number): ReadRow[] | null;
export function readGift(file: string, reading: Reading, most = Infinity): ReadRow[] | null {
  const blocks: { readonly block: Block; readonly category: string }[] = [];
  let category = "";
  for (const block of blocksOf(file)) {
    const named = /^\s*\$CATEGORY:(.*)$/s.exec(block.text);
    if (named !== null) category = named[1].trim().slice(0, LIMITS.category);
    else if (blocks.length === most) return null;
    else blocks.push({ block, category });
  }
  return blocks.map((each) => rowOf(each.block, each.category, reading));
}
