import { CsvError, parse, type Info } from "csv-parse/sync";
import type { Text } from "@/lib/challenges/text";
import { contentSchema, KINDS, type Content, type Kind } from "../content";
import { faultsOf } from "../faults";
import type { LineFault, ReadRow } from "../gift/read";
import { tidy } from "../tidy";
import { unguarded, type Cells } from "./columns";

/** Items that are looked for in a row. */
const MOST_ITEMS = 30;
const SAID = 80;

class Unread extends Error {
  constructor(readonly words: Text) {
    super(words.en);
  }
}

/** A row's cells by column, each as it was written. */
class Row {
  private readonly asked = new Set<string>();

  constructor(readonly cells: Cells) {}

  text = (column: string): string => {
    this.asked.add(column);
    return this.cells[column] ?? "";
  };
  /** Columns with something in them that nothing has asked for. */
  ignored = (): string[] => Object.entries(this.cells).flatMap(([name, cell]) => (cell.trim() === "" || this.asked.has(name) ? [] : name));
  both = (name: string): Text => ({ ko: this.text(`${name}_ko`), en: this.text(`${name}_en`) });
  named = (column: string): string | null => this.text(column) || null;

  number(column: string, fallback?: number): number {
    const text = this.text(column);
    if (text === "" && fallback !== undefined) return fallback;
    const value = Number(text.replace(/^−/, "-"));
    if (text !== "" && Number.isFinite(value)) return value;
    throw new Unread({ ko: `${column}: 수로 읽지 못했어요: “${text}”.`, en: `${column}: “${text}” could not be read as a number.` });
  }

  /** Names of the items that have anything in them. */
  items(): string[] {
    const filled = new Set(
      Object.entries(this.cells).flatMap(([column, cell]) => (cell === "" ? [] : (/^item_\d+(?=_)/.exec(column) ?? []))),
    );
    return Array.from({ length: MOST_ITEMS }, (_, i) => `item_${i + 1}`).filter((name) => filled.has(name));
  }

  judged = (name: string, whole: number) => ({
    credit: this.number(`${name}_points`, whole),
    misconception: this.named(`${name}_slip`),
    feedback: this.both(`${name}_feedback`),
  });
}

const yes = (text: string): boolean => /^(yes|y|true|1|예|네|맞음)$/i.test(text.trim());
const numbersOf = (text: string): number[] => text.trim().split(/\s+/).map(Number);

function wrongOf(text: string): { left: number; right: number; misconception: string | null }[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const found = /^(\d+)>(\d+)(?:\s+(\S+))?$/.exec(line.trim());
      if (found === null)
        throw new Unread({
          ko: `wrong_pairs: “1>2 주제/흔한 오해”처럼 적어 주세요: “${line}”.`,
          en: `wrong_pairs: write “1>2 topic/misconception”, not “${line}”.`,
        });
      return { left: Number(found[1]) - 1, right: Number(found[2]) - 1, misconception: found[3] ?? null };
    });
}

function bodyOf(kind: Kind, row: Row): Record<string, unknown> {
  const items = row.items();
  switch (kind) {
    case "single":
    case "multiple":
      return { options: items.map((name) => ({ text: row.both(name), ...row.judged(name, 0) })) };
    case "numeric":
      return {
        answers: items.map((name) => ({
          value: row.number(`${name}_value`),
          tolerance: row.number(`${name}_tolerance`, 0),
          ...row.judged(name, 100),
        })),
        unit: row.both("unit"),
        otherwise: row.both("otherwise"),
      };
    case "short":
      return {
        answers: items.map((name) => ({
          said: row.text(`${name}_said`) || row.text(`${name}_ko`) || row.text(`${name}_en`),
          ...row.judged(name, 100),
        })),
        caseSensitive: yes(row.text("case_sensitive")),
      };
    case "order":
      return {
        items: items.map((name) => row.both(name)),
        ends: { first: row.both("first"), last: row.both("last") },
        reversed: row.named("reversed_slip"),
      };
    case "match": {
      const isPair = (name: string) => row.text(`${name}_ko`) !== "" || row.text(`${name}_en`) !== "";
      return {
        pairs: items.filter(isPair).map((name) => ({ left: row.both(name), right: row.both(`${name}_partner`) })),
        extra: items.filter((name) => !isPair(name)).map((name) => row.both(`${name}_partner`)),
        wrong: wrongOf(row.text("wrong_pairs")),
      };
    }
    case "hotspot": {
      const [id, width, height] = row.text("picture").split(/\s+/);
      return {
        picture: row.text("picture") === "" ? null : { id, width: Number(width), height: Number(height) },
        caption: row.both("caption"),
        regions: items.map((name) => ({
          box: numbersOf(row.text(`${name}_box`)),
          right: yes(row.text(`${name}_right`)),
          misconception: row.named(`${name}_slip`),
        })),
      };
    }
    case "essay":
    case "description":
      return {};
  }
}

function contentOf(row: Row): Content {
  const kind = KINDS.find((each) => each === row.text("kind").trim().toLowerCase());
  if (kind === undefined)
    throw new Unread({
      ko: `kind: “${row.text("kind")}”, 그런 종류는 없어요. ${KINDS.join(", ")} 가운데 하나를 적어 주세요.`,
      en: `kind: there is no “${row.text("kind")}”; write one of ${KINDS.join(", ")}.`,
    });
  return {
    kind,
    title: row.text("title"),
    category: row.text("category"),
    idNumber: row.text("id_number"),
    tags: row.text("tags").split("\n"),
    topic: row.named("topic"),
    prompt: row.both("prompt"),
    explanation: row.both("explanation"),
    ...bodyOf(kind, row),
  } as unknown as Content;
}

const UNFIT: Text = { ko: "이 줄의 칸들이 문제가 되지 않아요.", en: "The cells of this row do not make a question." };

function rowOf(line: number, cells: Cells): ReadRow {
  const row = new Row(cells);
  const about = { line, said: (row.text("title") || row.text("prompt_ko") || row.text("prompt_en")).slice(0, SAID) };
  const unread = (faults: readonly Text[]): ReadRow => ({ ...about, content: null, faults: faults.map((text) => ({ line, text })) });
  try {
    const content = tidy(contentOf(row));
    const faults = faultsOf(content);
    if (faults.length > 0) return unread(faults.map(({ text }) => text));
    // A misconception or a box that is none.
    const parsed = contentSchema.safeParse(content);
    return parsed.success ? { ...about, content: parsed.data, faults: [], ignored: row.ignored() } : unread([UNFIT]);
  } catch (error) {
    if (error instanceof Unread) return unread([error.words]);
    throw error;
  }
}

/** There are more rows than a file may have: what is behind them is not read. */
class TooMany extends Error {}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === "");

const alone = (line: number, ko: string, en: string): ReadRow[] => {
  const fault: LineFault = { line, text: { ko, en } };
  return [{ line, content: null, faults: [fault], said: "" }];
};

/** The sign between cells of the head. */
const delimiterOf = (text: string): string => {
  const head = text.split(/\r\n|\r|\n/, 1)[0];
  return [";", "\t"].find((sign) => head.split(sign).length > head.split(",").length) ?? ",";
};

/** Columns of a table: ours are some three hundred, and other programs may add their own. */
const MOST_COLUMNS = 1000;

/**
 * Every row of a file, in its order, or why it is no question. Never throws for a file's sake.
 * @param most rows that a file may have: of one with more none is read, and null answered
 */
export function readCsv(file: string): ReadRow[];
export function readCsv(file: string, most: number): ReadRow[] | null;
export function readCsv(file: string, most = Infinity): ReadRow[] | null {
  const text = file.replace(/^\ufeff/, "");
  // The head counts as one more.
  let left = most + 1;
  // With `info`, a record comes with what is known of where it stands.
  const counted = (read: unknown): string[] => {
    if (!isBlank((read as { readonly record: string[] }).record) && left-- === 0) throw new TooMany();
    return read as string[];
  };
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      on_record: counted,
    }) as unknown as { readonly record: string[]; readonly info: Info }[];
    if (records.length === 0) return [];
    const [head, ...rows] = records;
    if (head.record.length > MOST_COLUMNS)
      return alone(1, `열이 ${MOST_COLUMNS}개보다 많아요.`, `There are more than ${MOST_COLUMNS} columns.`);
    const columns = head.record.map((name) => unguarded(name).trim().toLowerCase());
    if (!columns.includes("kind") || !columns.some((name) => name.startsWith("prompt_")))
      return alone(
        1,
        "첫 줄에 kind, prompt_ko, prompt_en 같은 열 이름이 있어야 해요.",
        "The first line has to name the columns: kind, prompt_ko, prompt_en and so on.",
      );
    return rows.flatMap(({ record }, i) => {
      if (isBlank(record)) return [];
      const before = i === 0 ? head.info.lines : rows[i - 1].info.lines;
      const cells = columns.map((name, column) => [name, unguarded(record[column] ?? "")] as const);
      return [rowOf(before + 1, Object.fromEntries(cells))];
    });
  } catch (error) {
    if (error instanceof TooMany) return null;
    if (!(error instanceof CsvError)) throw error;
    return alone(
      Number(error.lines ?? 1),
      "표로 읽지 못했어요. 따옴표의 짝을 살펴봐 주세요.",
      "It could not be read as a table: look for a quote without its partner.",
    );
  }
}
