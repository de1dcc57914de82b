/** Formulas between dollar signs, for markdown-it: `$x$` in a line, `$$x$$` for one of its own. */
import { BeyondLimit, LIMITS } from "./limits";
import type { MarkdownIt } from "markdown-it";

const DOLLAR = 0x24;
/** Signs that are tried as the end of a formula: in a line full of prices none fits. */
const TRIES = 8;

const isSpace = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

/** Where the formula that begins behind `from` ends: the place of its closing sign, or -1. */
function closing(text: string, from: number, sign: "$" | "$$"): number {
  let at = from;
  for (let tries = 0; tries < TRIES; tries++) {
    at = text.indexOf(sign, at);
    if (at < 0) return -1;
    const escaped = text[at - 1] === "\\" && text[at - 2] !== "\\";
    if (!escaped && (sign === "$$" || (at > from && !isSpace(text[at - 1]) && !/\d/.test(text[at + 1] ?? "")))) return at;
    at += sign.length;
  }
  return -1;
}

const held = (tex: string): string => {
  if (tex.length > LIMITS.formula) throw new BeyondLimit("formula");
  return tex.trim();
};

/** Teaches `md` formulas: tokens `math_inline` and `math_block`, with the TeX as their content. */
export function withMath(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "math", (state, silent) => {
    const { src, pos } = state;
    if (src.charCodeAt(pos) !== DOLLAR) return false;
    const sign = src.charCodeAt(pos + 1) === DOLLAR ? "$$" : "$";
    const from = pos + sign.length;
    if (sign === "$" && isSpace(src[from])) return false;
    const end = closing(src, from, sign);
    if (end <= from || end >= state.posMax) return false;
    if (!silent) {
      const token = state.push("math_inline", "", 0);
      token.content = held(src.slice(from, end));
      token.markup = sign;
    }
    state.pos = end + sign.length;
    return true;
  });
  md.block.ruler.before(
    "fence",
    "math",
    (state, start, last, silent) => {
      const lineAt = (line: number) => state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
      const first = lineAt(start);
      if (state.sCount[start] - state.blkIndent >= 4 || !first.startsWith("$$")) return false;
      const within = first.indexOf("$$", 2);
      // "$$x$$ and more" is a line of text with a formula in it.
      if (within >= 0 && first.slice(within + 2).trim() !== "") return false;
      if (silent) return true;
      const body = [first.slice(2)];
      let next = start + 1;
      if (within >= 0) body[0] = first.slice(2, within);
      else
        for (let open = true; open && next < last; next++) {
          // What stands further out than the formula ends it, as it ends a block of code.
          if (state.sCount[next] < state.blkIndent) break;
          const line = lineAt(next);
          const end = line.indexOf("$$");
          open = end < 0;
          body.push(open ? line : line.slice(0, end));
        }
      const token = state.push("math_block", "", 0);
      token.content = held(body.join("\n"));
      token.map = [start, next];
      state.line = next;
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
}
