import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { readFileSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { describe, expect, it } from "vitest";
import { H2, H3 } from "@/app/[locale]/learn/[topic]/parts/Headings";
import { LESSON_PARTS } from "@/app/[locale]/learn/[topic]/parts/names";
import { Li, P, Strong, Td, Th } from "@/app/[locale]/learn/[topic]/parts/Unbroken";
import { topics } from "@/content/_generated/topics";
import { LOCALES } from "@/lib/words";

/** The parts of a lesson, of which only their children matter here. */
const Part = ({ children }: { readonly children?: unknown }) => createElement("div", null, children as never);
const PARTS = Object.fromEntries(LESSON_PARTS.map((name) => [name, Part]));

async function wordsOf(file: string): Promise<string> {
  const { default: Lesson } = await evaluate(readFileSync(file, "utf8"), {
    ...runtime,
    baseUrl: import.meta.url,
    remarkPlugins: [remarkGfm, remarkMath],
  });
  const components = { ...PARTS, h2: H2, h3: H3, p: P, li: Li, td: Td, th: Th, strong: Strong };
  return renderToStaticMarkup(createElement(Lesson, { components }))
    .replace(/<code[^>]*>.*?<\/code>/gs, " ")
    .replace(/<[^>]+>/g, " ");
}

describe("a name with a hyphen", () => {
  it.each(topics.flatMap(({ id }) => LOCALES.map((locale) => `content/topics/${id}/lesson.${locale}.mdx`)))(
    "is never broken over two lines in %s",
    async (file) => {
      const words = await wordsOf(file);
      expect(words.match(/\S*[A-Za-z0-9]-[A-Z0-9]\S*/g) ?? []).toEqual([]);
    },
  );
});
