import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { describe, expect, it } from "vitest";
import { Predict } from "@/app/[locale]/learn/[topic]/parts/Predict";
import { topics } from "@/content/_generated/topics";
import en from "@/content/messages/en.json";
import ko from "@/content/messages/ko.json";
import { LOCALES } from "@/lib/words";
import { even } from "../topics/options";

const MESSAGES = { ko, en };
const lessons = topics.flatMap(({ id }) =>
  LOCALES.map((locale) => ({ topic: id, locale, mdx: readFileSync(`content/topics/${id}/lesson.${locale}.mdx`, "utf8") })),
);

interface Prediction {
  readonly question: string;
  readonly options: string[];
  readonly answer: number;
}

/** The predictions that a lesson asks for, as its file has them. */
const predictionsIn = (mdx: string): Prediction[] =>
  [...mdx.matchAll(/<Predict question="([^"]+)" options=\{(\[.*?\])\} answer=\{(\d)\}>/g)].map(([, question, options, answer]) => ({
    question,
    options: JSON.parse(options) as string[],
    answer: Number(answer),
  }));
const predictions = lessons.flatMap(({ topic, locale, mdx }) => predictionsIn(mdx).map((prediction) => ({ topic, locale, ...prediction })));

describe("a prediction in a lesson", () => {
  /** The options in the order in which the page draws them. */
  const drawn = ({ locale, question, options, answer }: (typeof predictions)[number]) => {
    const prediction = { question, options, answer, children: "because" };
    const page = { locale, messages: MESSAGES[locale], timeZone: "UTC", children: createElement(Predict, prediction) };
    const html = renderToStaticMarkup(createElement(NextIntlClientProvider, page)).replaceAll("\u2060", "");
    return options.map((option) => ({ option, at: html.indexOf(`>${option.replaceAll("'", "&#x27;")}<`) })).sort((a, b) => a.at - b.at);
  };

  it("is read from every lesson", () => {
    expect(predictions.length).toBe(lessons.reduce((sum, { mdx }) => sum + mdx.split("<Predict ").length - 1, 0));
  });

  it("offers options that read equally long", () => {
    expect(
      predictions.filter(({ options }) => !even(options)).map(({ topic, locale, options }) => `${topic} ${locale}: ${options.join(" | ")}`),
    ).toEqual([]);
  });

  it("shuffles them: the right one stands in every place, and no place has most of them", () => {
    const places = predictions.map((prediction) => {
      const order = drawn(prediction);
      expect(order.every(({ at }) => at >= 0)).toBe(true);
      return order.findIndex(({ option }) => option === prediction.options[prediction.answer]);
    });
    const counts = [0, 1, 2].map((place) => places.filter((p) => p === place).length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(places.length / 2);
  });

  it("shows them in an order that the file does not give away", () => {
    const asWritten = predictions.filter(
      (prediction) =>
        drawn(prediction)
          .map(({ option }) => option)
          .join() === prediction.options.join(),
    );
    expect(asWritten.length).toBeLessThan(predictions.length / 2);
  });
});
