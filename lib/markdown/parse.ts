/** A note's Markdown as a tree of what may be shown. It carries a parser: load it when there is a note to show. */
import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import { BeyondLimit, limitBroken, LIMITS } from "./limits";
import { allowedHref, imageOf } from "./links";
import { withMath } from "./math";
import { blocksOf } from "./tokens";
import type { Block } from "./tree";
import type { Limit } from "./limits";

export type Laid = { readonly blocks: readonly Block[] } | { readonly beyond: Limit };

const TOPIC = /\[\[([^[\]\n|]{1,80})(?:\|[^[\]\n]{0,80})?\]\]/y;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\u3040-\u30ff\u4e00-\u9fff]/;

/** The parser, made once: GitHub's tables, tasks and struck text; no HTML, no front matter. */
let made: Parser | null = null;
function parser(): Parser {
  if (made !== null) return made;
  // A little deeper than the limit, so that the tree can tell that it was passed.
  const md = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: LIMITS.depth + 8 });
  md.validateLink = (href) => allowedHref(href) !== null || imageOf(href) !== null;
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add("ftp:", null).add("//", null);
  withMath(md);
  withTopics(md);
  withHangul(md);
  made = md;
  return md;
}

/** `[[name]]` and `[[name|shown]]`, of which the name counts. */
function withTopics(md: Parser): void {
  md.inline.ruler.before("link", "topic", (state, silent) => {
    if (!state.src.startsWith("[[", state.pos)) return false;
    TOPIC.lastIndex = state.pos;
    const found = TOPIC.exec(state.src);
    if (found === null || found[1].trim() === "") return false;
    if (!silent) state.push("topic", "", 0).content = found[1].trim();
    state.pos += found[0].length;
    return true;
  });
}

/**
 * "**IoU(겹침)**은" is bold: Korean writes its particles without a space, which CommonMark's rule for where emphasis ends does not know. A
 * Hangul letter (Kana, Han) beside the signs counts as a gap would.
 */
function withHangul(md: Parser): void {
  const Base = md.inline.State;
  md.inline.State = class extends Base {
    override scanDelims(start: number, canSplitWord: boolean) {
      const found = super.scanDelims(start, canSplitWord);
      const before = this.src[start - 1] ?? " ";
      const after = this.src[start + found.length] ?? " ";
      if (!canSplitWord) return found;
      return {
        ...found,
        can_open: found.can_open || (HANGUL.test(before) && /\S/.test(after)),
        can_close: found.can_close || (HANGUL.test(after) && /\S/.test(before)),
      };
    }
  };
}

/** Lays a note out, or says which limit it is beyond. Never throws for a text's sake. */
export function layOut(text: string): Laid {
  const beyond = limitBroken(text);
  if (beyond !== null) return { beyond };
  try {
    return { blocks: blocksOf(parser().parse(text, {})) };
  } catch (error) {
    if (error instanceof BeyondLimit) return { beyond: error.limit };
    throw error;
  }
}
