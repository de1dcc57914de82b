import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import en from "@/content/messages/en.json";
import ko from "@/content/messages/ko.json";
import type { Locale } from "@/lib/words";
import { SOURCES } from "./templates";

/** A piece of text that a learner may read. */
export interface Piece {
  readonly file: string;
  /** Line in a file, or the path of a message. */
  readonly at: string;
  readonly locale: Locale;
  readonly text: string;
}

/** Every sentence of the shell with its path: ["shell.skip", "…"]. */
export function sentences(node: object, path = ""): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? sentences(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  );
}

const LESSONS = readdirSync("content/topics", { recursive: true, encoding: "utf8" })
  .map((file) => `content/topics/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\/lesson\.(ko|en)\.mdx$/.test(file));

/** A lesson line by line; formulas and addresses are not words. */
function lessonPieces(file: string): Piece[] {
  const locale: Locale = file.endsWith(".ko.mdx") ? "ko" : "en";
  const bare = (line: string) => line.replace(/\$[^$]*\$/g, " ").replace(/https?:\S+/g, " ");
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line, i) => ({ file, at: String(i + 1), locale, text: bare(line) }));
}

/** A word with a letter in it, and another after it. Taken apart first: one pattern for all of it takes a minute over a recording in one line. */
const isEnglish = (text: string): boolean =>
  text
    .trim()
    .split(/\s+/)
    .slice(0, -1)
    .some((word) => /[A-Za-z]/.test(word));

/** What is written in a source: Korean by its letters; English when it is more than one word and nothing Korean. */
function sourcePieces(file: string): Piece[] {
  const code = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const pieces: Piece[] = [];
  const add = (node: ts.Node, text: string) => {
    const locale: Locale | null = /[가-힣]/.test(text) ? "ko" : isEnglish(text) || /\d\s+%|^\s+%/.test(text) ? "en" : null;
    if (locale !== null) pieces.push({ file, at: String(source.getLineAndCharacterOfPosition(node.getEnd()).line + 1), locale, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    // The title of a paper is not ours to word.
    if (ts.isPropertyAssignment(node) && node.name.getText() === "references") return;
    if (ts.isTemplateExpression(node)) add(node, node.head.text + node.templateSpans.map((span) => `0${span.literal.text}`).join(""));
    else if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) add(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pieces;
}

function gathered(): Piece[] {
  const shell = (Object.entries({ ko, en }) as [Locale, object][]).flatMap(([locale, messages]) =>
    sentences(messages).map(([at, text]) => ({ file: `content/messages/${locale}.json`, at, locale, text })),
  );
  return [
    ...LESSONS.flatMap(lessonPieces),
    ...shell,
    ...SOURCES.filter((file) => !file.startsWith("content/terms/")).flatMap(sourcePieces),
  ];
}

let found: readonly Piece[] | null = null;

/** Every text of the product: lessons, the shell's sentences, and what stands in the sources. */
export function pieces(): readonly Piece[] {
  return (found ??= gathered());
}
