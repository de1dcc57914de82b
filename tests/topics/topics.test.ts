import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { readFileSync } from "node:fs";
import rehypeKatex from "rehype-katex";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { describe, expect, it } from "vitest";
import { LESSON_PARTS } from "@/app/[locale]/learn/[topic]/parts/names";
import { examples } from "@/content/_generated/examples";
import { kinds } from "@/content/_generated/kinds";
import { questions } from "@/content/_generated/questions";
import { kindsOfTopic, topics } from "@/content/_generated/topics";
import { LOCALES, type Text } from "@/lib/challenges";
import { topicFolders } from "./typedKinds";

const filled = (text: Text) => LOCALES.every((locale) => text[locale].trim().length > 0);
const hangul = /[가-힣]/;

describe("the map", () => {
  it("has every topic folder in its index", () => {
    expect(topics.map((t) => t.id).sort()).toEqual(topicFolders().sort());
  });

  it("has prerequisites that exist and no circle among them", () => {
    const byId = new Map(topics.map((t) => [t.id, t]));
    const visit = (id: string, path: string[]): void => {
      expect(path, `prerequisites go in a circle: ${[...path, id].join(" → ")}`).not.toContain(id);
      for (const p of byId.get(id)?.prerequisites ?? []) {
        expect(byId.has(p), `${id} asks for the unknown topic ${p}`).toBe(true);
        visit(p, [...path, id]);
      }
    };
    for (const topic of topics) visit(topic.id, []);
  });
});

describe.each(topics.map((topic) => ({ id: topic.id, topic })))("topic $id", ({ id, topic }) => {
  const misconceptions = new Set(topic.misconceptions.map((m) => m.id));

  it("says what it is in both languages", () => {
    expect(filled(topic.title) && filled(topic.summary)).toBe(true);
    expect(hangul.test(topic.title.ko) && hangul.test(topic.summary.ko)).toBe(true);
    expect(hangul.test(topic.summary.en)).toBe(false);
    expect(topic.references.length).toBeGreaterThan(0);
    for (const reference of topic.references) expect(() => new URL(reference.url)).not.toThrow();
  });

  it("corrects each misconception in both languages", () => {
    expect(misconceptions.size).toBe(topic.misconceptions.length);
    expect(misconceptions.size).toBeGreaterThanOrEqual(3);
    for (const m of topic.misconceptions) expect(filled(m.claim) && filled(m.correction), m.id).toBe(true);
  });

  it("has at least twelve questions, each choice with one right option, reasons behind the wrong ones and an explanation", () => {
    const items = questions[id];
    expect(items.length).toBeGreaterThanOrEqual(12);
    expect(new Set(items.map((q) => q.id)).size).toBe(items.length);
    for (const q of items.filter((one) => one.form === "choice")) {
      const where = `${id}/questions.ts: ${q.id}`;
      expect(filled(q.prompt) && filled(q.explanation), `${where}: a text is empty`).toBe(true);
      expect(q.options.length, where).toBeGreaterThanOrEqual(2);
      expect(new Set(q.options.map((o) => o.id)).size, `${where}: option ids repeat`).toBe(q.options.length);
      expect(q.options.filter((o) => o.correct).length, `${where}: exactly one option must be right`).toBe(1);
      for (const option of q.options) {
        expect(filled(option.text), `${where}/${option.id}: a text is empty`).toBe(true);
        if (!option.correct)
          expect(
            misconceptions.has(option.misconception ?? ""),
            `${where}/${option.id}: names no known misconception (${option.misconception})`,
          ).toBe(true);
      }
    }
  });

  const parts = async (locale: string) => {
    const file = `content/topics/${id}/lesson.${locale}.mdx`;
    const source = readFileSync(file, "utf8");
    expect(source, `${file}: lessons have no import or export lines`).not.toMatch(/^(import|export)\s/m);
    const seen: { name: string; kind?: string; id?: string; answer?: number }[] = [];
    const record = (name: string) =>
      function Recorded(props: { kind?: string; id?: string; answer?: number; children?: unknown }) {
        seen.push({ name, kind: props.kind, id: props.id, answer: props.answer });
        return createElement("div", null, props.children as never);
      };
    const { default: Lesson } = await evaluate(source, {
      ...runtime,
      baseUrl: import.meta.url,
      remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath],
      rehypePlugins: [[rehypeKatex, { strict: true, throwOnError: true }]],
    });
    const html = renderToStaticMarkup(createElement(Lesson, { components: Object.fromEntries(LESSON_PARTS.map((n) => [n, record(n)])) }));
    // A wrong macro does not fail the build: KaTeX paints it red instead.
    expect(html, `${file}: a formula does not compile`).not.toMatch(/#cc0000|katex-error/);
    expect(html, `${file}: an asterisk that was to be bold is shown`).not.toContain("*");
    expect(html, `${file}: Hangul is not slanted`).not.toMatch(/<em>[^<]*[가-힣]/);
    const headings = [...html.matchAll(/<h([1-6])/g)].map((m) => m[1]);
    return { file, seen, headings, words: source.split(/\s+/).length };
  };

  it("has two lessons of the same build: headings, parts, order", async () => {
    const [ko, en] = [await parts("ko"), await parts("en")];
    expect(ko.headings).toEqual(en.headings);
    expect(ko.seen).toEqual(en.seen);
    expect(ko.words).toBeGreaterThan(300);
    expect(en.words).toBeGreaterThan(400);
    expect(ko.seen.filter((p) => p.name === "Simulation")).toHaveLength(1);
    for (const part of ko.seen) {
      if (part.name === "Ask")
        expect(
          questions[id].map((question) => question.id),
          `${ko.file}: unknown question`,
        ).toContain(part.id);
      if (part.name === "Challenge") expect(kindsOfTopic[id], `${ko.file}: unknown kind`).toContain(part.kind);
      if (part.name === "Misconception")
        expect(misconceptions.has(part.id ?? ""), `${ko.file}: unknown misconception ${part.id}`).toBe(true);
    }
    for (const kind of kindsOfTopic[id])
      expect(
        ko.seen.some((p) => p.name === "Challenge" && p.kind === kind),
        `${ko.file} never offers ${kind}`,
      ).toBe(true);
  });

  it("has a design note with objectives, what is left out and sources", () => {
    const note = readFileSync(`content/topics/${id}/design.md`, "utf8");
    for (const heading of ["Objectives", "Out of scope", "Misconceptions", "Sources"])
      expect(note, `design.md has no "${heading}"`).toMatch(new RegExp(`^## .*${heading}`, "mi"));
  });

  it("has an example of each of its kinds", () => {
    for (const kind of kindsOfTopic[id]) {
      const own = examples.filter((e) => e.kind === kind);
      expect(own.length, `examples.ts has none of ${kind}`).toBeGreaterThan(0);
      for (const example of own) {
        expect(filled(example.note)).toBe(true);
        expect(() => kinds[kind].instance(example.seed, example.level)).not.toThrow();
      }
    }
  });
});
