import type { Block, Inline } from "@/lib/markdown/tree";

/** In a question a picture of a note is none, and a link alone on its line is a link. */
const plainInline = (part: Inline): Inline => {
  switch (part.type) {
    case "image":
      return { type: "elsewhere", alt: part.alt, href: null };
    case "strong":
    case "em":
    case "strike":
    case "link":
      return { ...part, children: part.children.map(plainInline) };
    default:
      return part;
  }
};

/** Blocks of a question: nothing in them plays. */
export const questionBlock = (block: Block): Block => {
  switch (block.type) {
    case "alone":
      return { type: "paragraph", tight: false, children: [{ type: "link", href: block.href, children: block.children.map(plainInline) }] };
    case "paragraph":
    case "heading":
      return { ...block, children: block.children.map(plainInline) };
    case "quote":
      return { ...block, children: block.children.map(questionBlock) };
    case "list":
      return { ...block, items: block.items.map((item) => ({ ...item, children: item.children.map(questionBlock) })) };
    case "table":
      return {
        ...block,
        head: block.head.map((cell) => cell.map(plainInline)),
        rows: block.rows.map((row) => row.map((cell) => cell.map(plainInline))),
      };
    default:
      return block;
  }
};

/** Without what could be pressed: an option is a button already. */
export const unlinked = (parts: readonly Inline[]): readonly Inline[] =>
  parts.flatMap((part): readonly Inline[] => {
    if (part.type === "link") return unlinked(part.children);
    if (part.type === "elsewhere") return [{ type: "text", text: part.alt }];
    if (part.type === "topic") return [{ type: "text", text: part.name }];
    if (part.type === "math") return [{ ...part, display: false }];
    return "children" in part ? [{ ...part, children: unlinked(part.children) }] : [part];
  });

/** What stands in one line of a text of several. */
export const inlineOf = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((block, i): readonly Inline[] => {
    const parts = ((): readonly Inline[] => {
      switch (block.type) {
        case "paragraph":
        case "alone":
        case "heading":
          return block.children;
        case "quote":
          return inlineOf(block.children);
        case "list":
          return block.items.flatMap((item) => inlineOf(item.children));
        case "code":
          return [{ type: "code", text: block.text }];
        case "math":
          return [{ type: "math", tex: block.tex, display: false }];
        case "table":
          return [...block.head, ...block.rows.flat()].flat();
        case "rule":
          return [];
      }
    })();
    return i === 0 ? parts : [{ type: "break" }, ...parts];
  });

/** As a plain string, for lists of the system's own; formulas as their TeX. */
export const plainOf = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      switch (part.type) {
        case "text":
        case "code":
          return part.text;
        case "math":
          return part.tex;
        case "break":
          return " ";
        case "topic":
          return part.name;
        case "image":
        case "elsewhere":
          return part.alt;
        default:
          return plainOf(part.children);
      }
    })
    .join("");

export const hasFormula = (parts: readonly Inline[]): boolean =>
  parts.some((part) => part.type === "math" || ("children" in part && hasFormula(part.children)));
