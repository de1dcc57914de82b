/** Texts of files in other formats as Markdown. Formulas stay as they are. */
import TurndownService from "turndown";
import type { ToMarkdown } from "@/lib/bank/gift/format";

const service = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*" });

/**
 * "$$…$$", "\(…\)" and "\[…\]" as Moodle's filters read them, and "$…$". None goes beyond the next beginning of its own kind, so that
 * a text of beginnings alone is read in one way through.
 */
const FORMULA = /\$\$([\s\S]+?)\$\$|\\\(((?:(?!\\\()[\s\S])+?)\\\)|\\\[((?:(?!\\\[)[\s\S])+?)\\\]|\$([^$\n]+)\$/g;
const HTML = /<[a-z!/][^<>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i;
/** Private letters that stand for formulas while the rest is turned over. */
const [OPEN, CLOSE] = ["\ue000", "\ue001"];

/** Elements inside each other beyond which tags are left out: nobody writes them, and a tree that deep is not walked. */
const DEEPEST = 60;

function isDeep(html: string): boolean {
  let depth = 0;
  // By their beginnings alone: an end that never comes is looked for by nobody. What holds nothing is no step down.
  for (const [tag] of html.matchAll(/<\/?(?!(?:br|hr|img)\b)[a-z]/gi)) {
    depth += tag.startsWith("</") ? -1 : 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

const turned = (html: string): string => (isDeep(html) ? service.escape(html.replace(/<[^<>]*>/g, "")) : service.turndown(html));

function withoutFormulas(text: string): { readonly bare: string; readonly formulas: readonly string[] } {
  const formulas: string[] = [];
  const bare = text
    .replace(/[\ue000\ue001]/g, "")
    .replace(FORMULA, (_, block?: string, line?: string, display?: string, dollar?: string) => {
      const wide = block ?? display;
      formulas.push(wide === undefined ? `$${(line ?? dollar ?? "").trim()}$` : `$$${wide}$$`);
      return `${OPEN}${formulas.length - 1}${CLOSE}`;
    });
  return { bare, formulas };
}

/** What Markdown would take for a mark stands for itself; a gap of underscores does anyhow. */
export const markdownOf: ToMarkdown = (text, format) => {
  if (format === "markdown" || text === "") return text;
  const { bare, formulas } = withoutFormulas(text);
  const html = format === "html" || (format === "moodle" && HTML.test(bare));
  const made = html ? turned(format === "html" ? bare : bare.replace(/\n/g, "<br>")) : service.escape(bare);
  return made
    .replace(/ {2}\n/g, "\n")
    .replace(/\\_(?:\\_)+/g, (gap) => gap.replaceAll("\\", ""))
    .replace(/\ue000(\d+)\ue001/g, (_, i: string) => formulas[Number(i)]);
};
