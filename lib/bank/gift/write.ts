import { LOCALES, type Locale, type Text } from "@/lib/challenges/text";
import type { Content, Option } from "../content";
import { FALSE, toOneText, TRUE } from "../multilang";
import { writeExtras } from "./extras";
import { escape } from "./signs";

const same = (one: Text, other: Text): boolean => LOCALES.every((locale) => one[locale] === other[locale]);

/**
 * A text in its place: where it begins like a format, it says its own.
 * @param arrows whether "->" would make a pair of it: then it is marked, and the arrow stands in it as "-&gt;"
 */
const textIn =
  (language: Locale, arrows = false) =>
  (text: Text): string => {
    const one = toOneText(text, language, arrows && LOCALES.some((locale) => text[locale].includes("->")));
    return (one.startsWith("[") ? "[markdown]" : "") + escape(one);
  };

const creditOf = (credit: number): string => `%${credit}%`;

function answersOf(content: Content, language: Locale): string | null {
  const say = textIn(language, ["short", "match", "order"].includes(content.kind));
  const after = (feedback: Text): string => {
    const text = say(feedback);
    return text === "" ? "" : `#${text}`;
  };
  const lines = (all: readonly string[]): string => `\n\t${all.join("\n\t")}\n`;
  switch (content.kind) {
    case "single":
      return isTruth(content.options) ? truthOf(content.options, after) : lines(content.options.map((option) => optionLine(option, true)));
    case "multiple":
      return lines(content.options.map((option) => optionLine(option, false)));
    case "numeric":
      return `#${lines([
        ...content.answers.map(({ value, tolerance, credit, feedback }) => `=${weighed(credit)}${value}:${tolerance}${after(feedback)}`),
        ...(say(content.otherwise) === "" ? [] : [`~${after(content.otherwise)}`]),
      ])}`;
    case "short":
      return lines(
        content.answers.map(
          ({ said, credit, feedback }) => `=${weighed(credit)}${/^\[|^%/.test(said) ? "[plain]" : ""}${escape(said)}${after(feedback)}`,
        ),
      );
    case "match":
      return lines([
        ...content.pairs.map(({ left, right }) => `=${say(left)} -> ${escape(toOneText(right, language))}`),
        ...content.extra.map((right) => `= -> ${escape(toOneText(right, language))}`),
      ]);
    case "order":
      return lines(content.items.map((text, i) => `=${i + 1} -> ${escape(toOneText(text, language))}`));
    case "essay":
      return "";
    case "hotspot":
    case "description":
      return null;
  }

  function optionLine({ text, credit, feedback }: Option, single: boolean): string {
    const sign = single && credit === 100 ? "=" : credit === 0 ? "~" : `~${creditOf(credit)}`;
    const said = say(text);
    return `${sign}${sign.length === 1 && said.startsWith("%") ? "[markdown]" : ""}${said}${after(feedback)}`;
  }
}

const weighed = (credit: number): string => (credit === 100 ? "" : creditOf(credit));

const isTruth = (options: readonly Option[]): boolean =>
  options.length === 2 &&
  same(options[0].text, TRUE) &&
  same(options[1].text, FALSE) &&
  options.every(({ credit }) => credit === 0 || credit === 100) &&
  options.filter(({ credit }) => credit === 100).length === 1;

function truthOf([yes, no]: readonly Option[], after: (feedback: Text) => string): string {
  const [right, wrong] = yes.credit === 100 ? [yes, no] : [no, yes];
  const [met, missed] = [after(right.feedback), after(wrong.feedback)];
  return `${yes.credit === 100 ? "TRUE" : "FALSE"}${missed === "" && met !== "" ? "#" : missed}${met}`;
}

const bracketed = (text: string): string => text.replace(/[\]\\]/g, "\\$&");

function questionOf(content: Content, language: Locale): string {
  const say = textIn(language);
  const marks = [
    ...(content.idNumber === "" ? [] : [`[id:${bracketed(content.idNumber)}]`]),
    ...content.tags.map((tag) => `[tag:${bracketed(tag)}]`),
  ].join(" ");
  const extras = writeExtras(content);
  const answers = answersOf(content, language);
  const general = toOneText(content.explanation, language) === "" ? "" : `####${say(content.explanation)}`;
  return [
    ...(marks === "" ? [] : [`// ${marks}`]),
    ...(extras === null ? [] : [`// ${extras}`]),
    `${content.title === "" ? "" : `::${escape(content.title)}::`}[markdown]${escape(toOneText(content.prompt, language))}${
      answers === null ? "" : `{${answers}${general}}`
    }`,
  ].join("\n");
}

/**
 * Questions as a GIFT file, which `readGift` with the same language reads as they were.
 * @param language of texts that stand without a mark of theirs
 */
export function writeGift(contents: readonly Content[], language: Locale): string {
  let category = "";
  const blocks = contents.flatMap((content) => {
    const moved = content.category !== category;
    category = content.category;
    return [...(moved ? [`$CATEGORY: ${category}`] : []), questionOf(content, language)];
  });
  return `${blocks.join("\n\n")}\n`;
}
