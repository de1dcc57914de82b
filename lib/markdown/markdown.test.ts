import { describe, expect, it } from "vitest";
import { ACTIVE, BEYOND, LONGEST } from "@/tests/notes/hostile";
import { bytesOf, LIMITS, limitBroken } from "./limits";
import { allowedHref, imageOf, imagesIn } from "./links";
import { layOut } from "./parse";
import type { Block, Inline } from "./tree";

function blocksOf(text: string): readonly Block[] {
  const laid = layOut(text);
  if ("beyond" in laid) throw new Error(`beyond ${laid.beyond}`);
  return laid.blocks;
}
const lineOf = (text: string): readonly Inline[] => {
  const [block] = blocksOf(text);
  if (block?.type !== "paragraph") throw new Error(`${block?.type}`);
  return block.children;
};

/** Everything in a tree that has a type, with how deep it lies. */
function partsOf(value: unknown, depth = 0): { readonly part: Record<string, unknown>; readonly depth: number }[] {
  if (Array.isArray(value)) return value.flatMap((each) => partsOf(each, depth));
  if (typeof value !== "object" || value === null) return [];
  const part = value as Record<string, unknown>;
  const inside = Object.values(part).flatMap((each) => partsOf(each, depth + 1));
  return "type" in part ? [{ part, depth }, ...inside] : inside;
}

const KINDS = new Set([
  ...["paragraph", "alone", "heading", "quote", "list", "code", "math", "table", "rule"],
  ...["text", "break", "strong", "em", "strike", "link", "image", "elsewhere", "topic"],
]);

describe("limits before parsing", () => {
  it.each(Object.entries(BEYOND))("refuses %s", (_name, [text, limit]) => {
    expect(layOut(text)).toEqual({ beyond: limit });
  });

  it.each([
    "a byte too many",
    "4 kB of >",
    "bullets in bullets",
    "65 columns",
    "201 formulas",
    "201 blocks of a formula",
    "a formula that is never closed",
  ])("knows it without a parser: %s", (name) => {
    const [text, limit] = BEYOND[name];
    expect(limitBroken(text)).toBe(limit);
  });

  it.each(Object.entries(LONGEST))("lays out %s in bounded parts, or says that they are too many", (_name, text) => {
    const laid = layOut(text);
    const parts = partsOf("blocks" in laid ? laid.blocks : []);
    expect([undefined, "parts"]).toContain("beyond" in laid ? laid.beyond : undefined);
    expect(parts.length).toBeLessThanOrEqual(LIMITS.parts);
    expect(Math.max(0, ...parts.map(({ depth }) => depth))).toBeLessThanOrEqual(LIMITS.depth * 2);
  });

  it("counts bytes as UTF-8 has them", () => {
    for (const text of ["abc", "가나", "é", "😀", "\ud800", "a\u07ff\u0800"])
      expect(bytesOf(text)).toBe(new TextEncoder().encode(text).length);
  });

  it.each([
    ["200 formulas", "$x$ ".repeat(200)],
    ["64 columns", `|${"a|".repeat(64)}\n|${"-|".repeat(64)}`],
    ["dollars in code", `\`\`\`sh\n${"$ a $b$ c\n".repeat(300)}\`\`\``],
    ["code far to the right", `    ${" ".repeat(200)}x`],
    ["a rule of hyphens and pipes", `${"-".repeat(500)}|`],
  ])("lets through %s", (_name, text) => {
    expect(limitBroken(text)).toBeNull();
  });
});

describe("what would run", () => {
  it.each(ACTIVE)("is text or nothing: %j", (text) => {
    for (const { part } of partsOf(blocksOf(text))) {
      expect(KINDS).toContain(part.type);
      if ("href" in part && part.href !== null) expect(part.href).toMatch(/^(https?:\/\/[^/]|mailto:|\/[^/\\]|#)/);
      // A place of this site is one to the browser as well.
      if ("href" in part && /^[/#]/.test(String(part.href)))
        expect(new URL(String(part.href), "https://boxup.kr").origin).toBe("https://boxup.kr");
      if (part.type === "image") expect(part.id).toMatch(/^[a-z0-9]+$/);
    }
  });

  it("leaves HTML as it was typed", () => {
    expect(lineOf("a <b>b</b> &lt;c")).toEqual([{ type: "text", text: "a <b>b</b> <c" }]);
  });

  it("reads no front matter", () => {
    expect(blocksOf("---\ntitle: a\n---\n")[0]).toEqual({ type: "rule" });
  });

  it.each([
    ["https://a.kr/b", "https://a.kr/b"],
    ["mailto:a@b.kr", "mailto:a@b.kr"],
    ["/learn/nms", "/learn/nms"],
    ["#a", "#a"],
    ["https:///a", null],
    ["//a.kr", null],
    ["/\\a.kr", null],
    ["ftp://a.kr", null],
    ["javascript:alert(1)", null],
    ["https://a.kr/ b", null],
    ["", null],
  ])("judges the address %j", (href, allowed) => {
    expect(allowedHref(href)).toBe(allowed);
  });
});

describe("a note", () => {
  it("has formulas in lines and on lines of their own", () => {
    expect(lineOf("IoU는 $A \\cap B$로 $$x$$")).toEqual([
      { type: "text", text: "IoU는 " },
      { type: "math", tex: "A \\cap B", display: false },
      { type: "text", text: "로 " },
      { type: "math", tex: "x", display: true },
    ]);
    expect(blocksOf("$$\na\nb\n$$\n\n$$c$$")).toEqual([
      { type: "math", tex: "a\nb" },
      { type: "math", tex: "c" },
    ]);
  });

  it.each(["$5 and $6", "a $ b $ c", "\\$x$", "`$x$`", "$ x$", "costs 5$ or 6$"])("has no formula in %j", (text) => {
    expect(partsOf(blocksOf(text)).filter(({ part }) => part.type === "math")).toEqual([]);
  });

  it("has tasks that know their line", () => {
    const [list] = blocksOf("- [ ] 읽기\n  - [x] 쓰기\n- 아님\n");
    expect(list).toMatchObject({
      type: "list",
      items: [
        { task: { done: false, line: 0 }, children: [{ children: [{ text: "읽기" }] }, { items: [{ task: { done: true, line: 1 } }] }] },
        { task: null },
      ],
    });
  });

  it("has tables", () => {
    const [table] = blocksOf("|a|b|\n|:-|-:|\n|1|**2**|");
    expect(table).toMatchObject({
      type: "table",
      align: ["left", "right"],
      head: [[{ text: "a" }], [{ text: "b" }]],
      rows: [[[{ text: "1" }], [{ type: "strong" }]]],
    });
  });

  it("has bold words before a particle", () => {
    expect(lineOf('**IoU(겹침)**은 **"상자"**를')).toMatchObject([{ type: "strong" }, { text: "은 " }, { type: "strong" }, { text: "를" }]);
  });

  it("has topics in brackets", () => {
    expect(lineOf("[[NMS]], [[focal loss|로스]] [[]] [[ ]]")).toEqual([
      { type: "topic", name: "NMS" },
      { type: "text", text: ", " },
      { type: "topic", name: "focal loss" },
      { type: "text", text: " [[]] [[ ]]" },
    ]);
  });

  it("has its own pictures, and names those of elsewhere", () => {
    expect(lineOf("![표](images/abc1.webp) ![b](https://a.kr/b.png) ![c](data:image/png;base64,AA)")).toMatchObject([
      { type: "image", alt: "표", id: "abc1" },
      { text: " " },
      { type: "elsewhere", alt: "b", href: "https://a.kr/b.png" },
      { text: " ![c](data:image/png;base64,AA)" },
    ]);
    expect(imageOf("images/a.svg")).toBeNull();
    expect(imagesIn("![a](images/a1.webp) [b](images/b2.webp) images/c3.webp ![](images/a1.webp)")).toEqual(["a1", "b2"]);
  });

  it("takes a link apart that stands alone on its line", () => {
    expect(blocksOf("보세요\nhttps://boxup.kr/ko/play/iou-draw?level=1&seed=a\n끝").map(({ type }) => type)).toEqual([
      "paragraph",
      "alone",
      "paragraph",
    ]);
    expect(blocksOf("- [문제](https://boxup.kr/play/iou-draw)")).toMatchObject([{ items: [{ children: [{ type: "alone" }] }] }]);
    expect(blocksOf("여기 https://boxup.kr/ 봐요").map(({ type }) => type)).toEqual(["paragraph"]);
  });
});
