import { stringify } from "csv-stringify/sync";
import type { Text } from "@/lib/challenges/text";
import type { Content } from "../content";
import { guarded, HEAD, type Cells } from "./columns";

const both = (name: string, { ko, en }: Text): Cells => ({ [`${name}_ko`]: ko, [`${name}_en`]: en });

const judged = (
  name: string,
  { credit, misconception, feedback }: { readonly credit: number; readonly misconception: string | null; readonly feedback: Text },
): Cells => ({
  [`${name}_points`]: String(credit),
  [`${name}_slip`]: misconception ?? "",
  ...both(`${name}_feedback`, feedback),
});

/** What each item of a question says, in their order. */
function itemsOf(content: Content): ((name: string) => Cells)[] {
  switch (content.kind) {
    case "single":
    case "multiple":
      return content.options.map((option) => (name) => ({ ...both(name, option.text), ...judged(name, option) }));
    case "numeric":
      return content.answers.map((answer) => (name) => ({
        [`${name}_value`]: String(answer.value),
        [`${name}_tolerance`]: String(answer.tolerance),
        ...judged(name, answer),
      }));
    case "short":
      return content.answers.map((answer) => (name) => ({ [`${name}_said`]: answer.said, ...judged(name, answer) }));
    case "order":
      return content.items.map((text) => (name) => both(name, text));
    case "match":
      return [
        ...content.pairs.map(({ left, right }) => (name: string) => ({ ...both(name, left), ...both(`${name}_partner`, right) })),
        ...content.extra.map((right) => (name: string) => both(`${name}_partner`, right)),
      ];
    case "hotspot":
      return content.regions.map(({ box, right, misconception }) => (name) => ({
        [`${name}_box`]: box.join(" "),
        [`${name}_right`]: right ? "yes" : "no",
        [`${name}_slip`]: misconception ?? "",
      }));
    case "essay":
    case "description":
      return [];
  }
}

/** What only some kinds have. */
function ownOf(content: Content): Cells {
  switch (content.kind) {
    case "numeric":
      return { ...both("unit", content.unit), ...both("otherwise", content.otherwise) };
    case "short":
      return { case_sensitive: content.caseSensitive ? "yes" : "no" };
    case "order":
      return { ...both("first", content.ends.first), ...both("last", content.ends.last), reversed_slip: content.reversed ?? "" };
    case "match":
      return {
        wrong_pairs: content.wrong
          .map(({ left, right, misconception }) => `${left + 1}>${right + 1} ${misconception ?? ""}`.trim())
          .join("\n"),
      };
    case "hotspot":
      return {
        picture: content.picture === null ? "" : `${content.picture.id} ${content.picture.width} ${content.picture.height}`,
        ...both("caption", content.caption),
      };
    default:
      return {};
  }
}

const cellsOf = (content: Content): Cells => ({
  kind: content.kind,
  title: content.title,
  category: content.category,
  id_number: content.idNumber,
  tags: content.tags.join("\n"),
  topic: content.topic ?? "",
  ...both("prompt", content.prompt),
  ...both("explanation", content.explanation),
  ...ownOf(content),
  ...Object.assign({}, ...itemsOf(content).map((cells, i) => cells(`item_${i + 1}`))),
});

/** Questions as CSV that spreadsheets open right (UTF-8 with its mark) and run nothing of; `readCsv` reads it as it was. */
export function writeCsv(contents: readonly Content[]): string {
  const rows = contents.map(cellsOf);
  const columns = [...new Set<string>([...HEAD, ...rows.flatMap((row) => Object.keys(row))])].filter(
    (column) => (HEAD as readonly string[]).includes(column) || rows.some((row) => (row[column] ?? "") !== ""),
  );
  return stringify([columns, ...rows.map((row) => columns.map((column) => guarded(row[column] ?? "")))], {
    bom: true,
    record_delimiter: "windows",
    // A program with other signs between cells would cut there, and run what comes behind.
    quoted_match: /[;\t]/,
  });
}
