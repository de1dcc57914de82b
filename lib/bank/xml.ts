/** Moodle's XML (https://docs.moodle.org/en/Moodle_XML_format), for other systems to read. Ours to write only. */
import { XMLBuilder } from "fast-xml-parser";
import { LOCALES, type Locale, type Text } from "@/lib/challenges/text";
import type { Content, ContentOf } from "./content";
import { fieldName } from "./faults";
import { toOneText } from "./multilang";

/** A picture's bytes in base64, by its id. */
export type Pictures = ReadonlyMap<string, string>;

type Node = Readonly<Record<string, unknown>>;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  indentBy: "  ",
  suppressEmptyNode: false,
  // An attribute that says "true" says it.
  suppressBooleanAttributes: false,
});

const NAME_LENGTH = 60;

class Writer {
  constructor(
    readonly language: Locale,
    readonly pictures: Pictures,
  ) {}

  plain = (text: Text): string => toOneText(text, this.language);
  text = (text: Text): Node => ({ "@format": "markdown", text: this.plain(text) });

  /** What every question has. */
  head(type: string, { title, prompt, explanation, idNumber, tags }: Content): Node {
    const said = LOCALES.map((locale) => prompt[locale]).find((text) => text !== "") ?? "";
    return {
      "@type": type,
      name: { text: title || said.replace(/\s+/g, " ").slice(0, NAME_LENGTH) },
      questiontext: this.text(prompt),
      generalfeedback: this.text(explanation),
      defaultgrade: type === "description" ? "0" : "1",
      penalty: "0",
      hidden: "0",
      idnumber: idNumber,
      ...(tags.length === 0 ? {} : { tags: { tag: tags.map((text) => ({ text })) } }),
    };
  }

  answer = (text: Node, { credit, feedback }: { readonly credit: number; readonly feedback: Text }): Node => ({
    "@fraction": String(credit),
    ...text,
    feedback: this.text(feedback),
  });

  options = (content: ContentOf<"single" | "multiple">): Node => ({
    ...this.head("multichoice", content),
    single: String(content.kind === "single"),
    shuffleanswers: "true",
    answernumbering: "none",
    answer: content.options.map((option) => this.answer(this.text(option.text), option)),
  });

  numeric = (content: ContentOf<"numeric">): Node => ({
    ...this.head("numerical", content),
    answer: [
      ...content.answers.map((each) => ({
        ...this.answer({ "@format": "plain_text", text: String(each.value) }, each),
        tolerance: String(each.tolerance),
      })),
      ...(this.plain(content.otherwise) === ""
        ? []
        : [{ ...this.answer({ "@format": "plain_text", text: "*" }, { credit: 0, feedback: content.otherwise }), tolerance: "0" }]),
    ],
  });

  short = (content: ContentOf<"short">): Node => ({
    ...this.head("shortanswer", content),
    usecase: content.caseSensitive ? "1" : "0",
    answer: content.answers.map((each) => this.answer({ "@format": "plain_text", text: each.said }, each)),
  });

  match = (content: ContentOf<"match">): Node => ({
    ...this.head("matching", content),
    shuffleanswers: "true",
    subquestion: [
      ...content.pairs.map(({ left, right }) => ({ ...this.text(left), answer: { text: this.plain(right) } })),
      // A partner of nothing belongs to an empty left side.
      ...content.extra.map((right) => ({ "@format": "markdown", text: "", answer: { text: this.plain(right) } })),
    ],
  });

  order = (content: ContentOf<"order">): Node => ({
    ...this.head("ordering", content),
    layouttype: "VERTICAL",
    selecttype: "ALL",
    selectcount: String(content.items.length),
    gradingtype: "ABSOLUTE_POSITION",
    showgrading: "SHOW",
    numberingstyle: "none",
    answer: content.items.map((text, i) => ({ "@fraction": String(i + 1), ...this.text(text) })),
  });

  /** One marker, to be dropped on the first region that is right: Moodle wants each of several regions filled. */
  hotspot(content: ContentOf<"hotspot">): Node {
    const target = content.regions.find(({ right }) => right);
    const [x1, y1, x2, y2] = (target?.box ?? [0, 0, 0, 0]).map(Math.round);
    const bytes = content.picture === null ? undefined : this.pictures.get(content.picture.id);
    return {
      ...this.head("ddmarker", content),
      shuffleanswers: {},
      drag: { no: "1", text: fieldName("regions")[this.language], noofdrags: "1" },
      drop: { no: "1", shape: "rectangle", coords: `${x1},${y1};${x2 - x1},${y2 - y1}`, choice: "1" },
      ...(bytes === undefined ? {} : { file: { "@name": "picture.webp", "@encoding": "base64", "#text": bytes } }),
    };
  }

  question(content: Content): Node {
    switch (content.kind) {
      case "single":
      case "multiple":
        return this.options(content);
      case "numeric":
        return this.numeric(content);
      case "short":
        return this.short(content);
      case "match":
        return this.match(content);
      case "order":
        return this.order(content);
      case "hotspot":
        return this.hotspot(content);
      case "essay":
        return {
          ...this.head("essay", content),
          responseformat: "editor",
          responserequired: "1",
          responsefieldlines: "15",
          attachments: "0",
        };
      case "description":
        return this.head("description", content);
    }
  }
}

const categoryOf = (category: string): Node => ({ "@type": "category", category: { text: category || "$course$/top" } });

/**
 * @param language of texts that stand without a mark of theirs
 * @param pictures what hotspots show; one that is not here leaves its question without
 */
export function writeMoodleXml(contents: readonly Content[], language: Locale, pictures: Pictures): string {
  const writer = new Writer(language, pictures);
  let category = "";
  const question = contents.flatMap((content) => {
    const moved = content.category !== category;
    category = content.category;
    return [...(moved ? [categoryOf(category)] : []), writer.question(content)];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build({ quiz: { question } }))}`;
}
