/** markdown-it's tokens as a tree. Only kinds that are named here are taken; any other becomes the text it was. */
import { BeyondLimit, LIMITS } from "./limits";
import { allowedHref, imageOf } from "./links";
import type { Align, Block, Inline, Item } from "./tree";
import type { Token } from "markdown-it";

/** Counts what a page would be built of. */
class Count {
  private parts = 0;
  private formulas = 0;
  part(): void {
    if (++this.parts > LIMITS.parts) throw new BeyondLimit("parts");
  }
  formula(): void {
    this.part();
    if (++this.formulas > LIMITS.formulas) throw new BeyondLimit("formulas");
  }
}

/** @throws BeyondLimit */
export function blocksOf(tokens: readonly Token[]): Block[] {
  const count = new Count();
  return new Blocks(tokens, count).upTo(null, 0);
}

class Blocks {
  private at = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly count: Count,
  ) {}

  /** The blocks before the token `end`, which is passed over. @param depth levels above them; bounded, so that this may call itself */
  upTo(end: string | null, depth: number): Block[] {
    if (depth > LIMITS.depth) throw new BeyondLimit("depth");
    const blocks: Block[] = [];
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++];
      if (token.type === end) break;
      this.count.part();
      blocks.push(...this.block(token, depth));
    }
    return blocks;
  }

  private block(token: Token, depth: number): Block[] {
    switch (token.type) {
      case "paragraph_open":
        return paragraphs(this.line(depth, "paragraph_close"), token.hidden);
      case "heading_open":
        return [{ type: "heading", level: Number(token.tag.slice(1)), children: this.line(depth, "heading_close") }];
      case "blockquote_open":
        return [{ type: "quote", children: this.upTo("blockquote_close", depth + 1) }];
      case "bullet_list_open":
        return [{ type: "list", ordered: false, start: 1, items: this.items("bullet_list_close", depth + 1) }];
      case "ordered_list_open":
        return [
          { type: "list", ordered: true, start: Number(token.attrGet("start") ?? 1), items: this.items("ordered_list_close", depth + 1) },
        ];
      case "fence":
      case "code_block":
        return [{ type: "code", language: token.info.trim().split(/\s+/)[0].slice(0, 40), text: token.content.replace(/\n$/, "") }];
      case "math_block":
        this.count.formula();
        return [{ type: "math", tex: token.content }];
      case "table_open":
        return [this.table(depth)];
      case "hr":
        return [{ type: "rule" }];
      default:
        return token.content === "" ? [] : [{ type: "paragraph", tight: false, children: [{ type: "text", text: token.content }] }];
    }
  }

  /** What stands in a line, up to and over the token `end`. */
  private line(depth: number, end: string): Inline[] {
    const found: Inline[] = [];
    for (; this.at < this.tokens.length && this.tokens[this.at].type !== end; this.at++)
      found.push(...new Inlines(this.tokens[this.at].children ?? [], this.count).upTo(null, depth + 1));
    this.at++;
    return found;
  }

  private items(end: string, depth: number): Item[] {
    if (depth > LIMITS.depth) throw new BeyondLimit("depth");
    const items: Item[] = [];
    for (let token = this.tokens[this.at++]; token !== undefined && token.type !== end; token = this.tokens[this.at++]) {
      this.count.part();
      items.push(asTask(this.upTo("list_item_close", depth + 1), token.map?.[0] ?? 0));
    }
    return items;
  }

  private table(depth: number): Block {
    const rows: Inline[][][] = [];
    const align: Align[] = [];
    for (let token = this.tokens[this.at++]; token !== undefined && token.type !== "table_close"; token = this.tokens[this.at++]) {
      if (token.type === "tr_open") {
        this.count.part();
        rows.push([]);
      } else if (token.type === "th_open" || token.type === "td_open") {
        this.count.part();
        if (rows.length === 1) align.push(alignOf(token));
        rows[rows.length - 1].push(this.line(depth + 1, token.type === "th_open" ? "th_close" : "td_close"));
      }
      if (align.length > LIMITS.columns) throw new BeyondLimit("columns");
    }
    const [head = [], ...body] = rows;
    return { type: "table", align, head, rows: body };
  }
}

const alignOf = (token: Token): Align => {
  const [, align] = /text-align:(left|center|right)/.exec(String(token.attrGet("style") ?? "")) ?? [];
  return (align as Align | undefined) ?? null;
};

class Inlines {
  private at = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly count: Count,
  ) {}

  upTo(end: string | null, depth: number): Inline[] {
    if (depth > LIMITS.depth) throw new BeyondLimit("depth");
    const found: Inline[] = [];
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++];
      if (token.type === end) break;
      for (const part of this.part(token, depth)) {
        const before = found.at(-1);
        if (part.type === "text" && before?.type === "text") found[found.length - 1] = { type: "text", text: before.text + part.text };
        else {
          this.count.part();
          found.push(part);
        }
      }
    }
    return found;
  }

  private part(token: Token, depth: number): Inline[] {
    switch (token.type) {
      case "softbreak":
      case "hardbreak":
        return [{ type: "break" }];
      case "code_inline":
        return [{ type: "code", text: token.content }];
      case "math_inline":
        this.count.formula();
        return [{ type: "math", tex: token.content, display: token.markup === "$$" }];
      case "strong_open":
        return [{ type: "strong", children: this.upTo("strong_close", depth + 1) }];
      case "em_open":
        return [{ type: "em", children: this.upTo("em_close", depth + 1) }];
      case "s_open":
        return [{ type: "strike", children: this.upTo("s_close", depth + 1) }];
      case "link_open":
        return linked(token, this.upTo("link_close", depth + 1));
      case "image":
        return [pictured(token)];
      case "topic":
        return [{ type: "topic", name: token.content }];
      default:
        return token.content === "" ? [] : [{ type: "text", text: token.content }];
    }
  }
}

function linked(token: Token, children: Inline[]): Inline[] {
  const href = allowedHref(String(token.attrGet("href") ?? ""));
  return href === null ? children : [{ type: "link", href, children }];
}

function pictured(token: Token): Inline {
  const src = String(token.attrGet("src") ?? "");
  const alt = token.content;
  const id = imageOf(src);
  return id === null ? { type: "elsewhere", alt, href: allowedHref(src) } : { type: "image", alt, id };
}

/** A paragraph, cut where a line of it is a link and nothing else. */
function paragraphs(children: readonly Inline[], tight: boolean): Block[] {
  const blocks: Block[] = [];
  let open: Inline[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ type: "paragraph", tight, children: open });
    open = [];
  };
  for (const line of linesOf(children)) {
    const [only, ...others] = line.filter((part) => part.type !== "text" || part.text.trim() !== "");
    if (only?.type === "link" && others.length === 0) {
      close();
      blocks.push({ type: "alone", href: only.href, children: only.children });
    } else open.push(...(open.length > 0 ? [{ type: "break" } as const] : []), ...line);
  }
  close();
  return blocks;
}

function linesOf(children: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const part of children)
    if (part.type === "break") lines.push([]);
    else lines[lines.length - 1].push(part);
  return lines;
}

const BOX = /^\[([ xX])\](?:\s+|$)/;

/** An entry of a list, as a task where its first line begins with a box. */
function asTask(children: readonly Block[], line: number): Item {
  const [first, ...others] = children;
  if (first?.type !== "paragraph") return { task: null, children };
  const [head, ...rest] = first.children;
  const box = head?.type === "text" ? BOX.exec(head.text) : null;
  if (head?.type !== "text" || box === null) return { task: null, children };
  const text = head.text.slice(box[0].length);
  const left = { ...first, children: [...(text === "" ? [] : [{ type: "text", text } as const]), ...rest] };
  return { task: { done: box[1] !== " ", line }, children: [left, ...others] };
}
