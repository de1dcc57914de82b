import { createElement, Fragment, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import en from "@/content/messages/en.json";
import { kinds } from "@/content/_generated/kinds";
import { playables } from "@/content/_generated/playables";
import { LEVELS } from "@/lib/challenges";
import type { TopicRunners } from "@/lib/challenges/task";
import { LOCALES, type Locale } from "@/lib/words";
import { isThorough } from "../contract/thorough";
import { pieces, sentences } from "./texts";

interface FrameProps {
  readonly captions: readonly string[];
  readonly picture: (at: number) => ReactElement;
  readonly below?: (at: number) => ReactElement;
}

// A replay shows one step at a time: here all of them stand on the page at once.
vi.mock("@/lib/ui/boards", async (original) => ({
  ...(await original<object>()),
  ReplayFrame: ({ captions, picture, below }: FrameProps) =>
    createElement(
      Fragment,
      null,
      captions.map((caption, at) => createElement("section", { key: at }, caption, picture(at), below?.(at))),
    ),
}));

const idle: TopicRunners = () => ({ run: () => new Promise(() => undefined) });
/** Seeds a level of a kind that changed, and of any other. */
const seedsFor = (kind: string) => (isThorough(kind) ? 3 : 1);

/** What is read or read out of a piece of page, one text after the other. */
const wordsOf = (element: ReactElement): string[] => {
  const html = renderToStaticMarkup(element);
  const spoken = [...html.matchAll(/ (?:aria-label|title|aria-valuetext)="([^"]*)"/g)].map(([, text]) => text);
  return [...html.replace(/<style.*?<\/style>/gs, "").split(/<[^>]+>/), ...spoken].filter((text) => text.trim() !== "");
};

/** Every text that a kind makes: prompt, board, verdict and each step of its replay, for a perfect answer and for none. */
async function textsOf(kind: string, locale: Locale): Promise<string[]> {
  const game = await playables[kind]();
  const texts: string[] = [];
  for (const level of LEVELS)
    for (let seed = 0; seed < seedsFor(kind); seed++) {
      const name = `numbers-${seed}`;
      const instance = game.draw(name, level);
      const round = game.open(instance.view, level);
      const solution = kinds[kind].solution(name, level);
      texts.push(
        round.prompt[locale],
        ...wordsOf(round.board({ answer: solution, onChange: () => undefined, locale, locked: false, runners: idle })),
      );
      for (const answer of [solution, round.empty]) {
        const reveal = game.reveal(instance, answer);
        const { grade } = reveal;
        texts.push(grade.summary[locale], ...grade.parts.flatMap(({ label, note }) => [label[locale], note?.[locale] ?? ""]));
        texts.push(...wordsOf(reveal.replay({ locale, runners: idle })));
      }
    }
  return [...new Set(texts)];
}

/** Four digits or more in a row, not behind a point: thousands stand in groups everywhere. */
const UNGROUPED = /(?<![\d.,#])\d{4,}(?!\d)/;
/** "1 boxes". */
const ONE_OF_MANY = /(?<![\d.,×−-]\s?)\b1 ([a-z]+s)\b/;
const oneOfMany = (text: string) => {
  const noun = ONE_OF_MANY.exec(text)?.[1];
  return noun !== undefined && !/(?:[su]s|is)$/.test(noun);
};

describe.each(Object.keys(kinds))("the numbers of %s", (kind) => {
  it.each(LOCALES)("are written as everywhere else, %s", async (locale) => {
    const texts = await textsOf(kind, locale);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => UNGROUPED.test(text))).toEqual([]);
    expect(texts.filter((text) => locale === "en" && oneOfMany(text))).toEqual([]);
  });
});

describe("the shell's sentences", () => {
  it("count in English as English does: one day, two days", () => {
    // "{done} of {count} methods" counts what there always is; what is in {…, plural, …} says both.
    const bare = /(?<!of |all |the )\{(?!name\b|channel\b|cells\b|field\b|side\b)\w+(?:, number)?\} (?!is\b|ms\b|this\b)[a-z]+s\b/i;
    expect(sentences(en).filter(([, text]) => bare.test(text))).toEqual([]);
    expect(sentences(en).filter(([at, text]) => at.endsWith("Unit") && !text.includes("plural,"))).toEqual([]);
  });
});

describe("large numbers", () => {
  it("are counted in 만 and 억 in Korean, never in 백만", () => {
    const slips = pieces().filter(({ locale, text }) => locale === "ko" && /백만|십억/.test(text));
    expect(slips.map(({ file, at }) => `${file}:${at}`)).toEqual([]);
  });
});
