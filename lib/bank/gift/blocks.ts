/** The lines of a GIFT file as blocks: blank lines stand between questions, lines that begin with "//" are remarks. */

export interface Block {
  /** Of its first line, from 1. */
  readonly line: number;
  readonly text: string;
  /** Remarks in and right above the block, without "//". */
  readonly remarks: readonly { readonly line: number; readonly text: string }[];
  /** The line of the file that a place in `text` stands on. */
  readonly lineAt: (at: number) => number;
}

interface Open {
  readonly lines: { readonly number: number; readonly text: string }[];
  readonly remarks: { readonly line: number; readonly text: string }[];
}

function closed({ lines, remarks }: Open): Block {
  const ends: number[] = [];
  let end = 0;
  for (const { text } of lines) ends.push((end += text.length + 1));
  return {
    line: lines[0].number,
    text: lines.map(({ text }) => text).join("\n"),
    remarks,
    lineAt(at) {
      const index = ends.findIndex((each) => at < each);
      return lines[index === -1 ? lines.length - 1 : index].number;
    },
  };
}

/** Braces that a line opens (1) or closes (−1) last, unescaped; 0 for neither. */
function braceOf(line: string): number {
  let last = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === "\\") i++;
    else if (line[i] === "{") last = 1;
    else if (line[i] === "}") last = -1;
  }
  return last;
}

/** Whether the first brace of a line closes one; null where it has none. */
function closesFirst(line: string): boolean | null {
  const bare = line.replace(/\\./g, "");
  const [open, close] = [bare.indexOf("{"), bare.indexOf("}")];
  return open === -1 && close === -1 ? null : close !== -1 && (open === -1 || close < open);
}

/**
 * Whether the first brace from a line on closes one: then a blank line before it is only that. Asked for later and later lines, it goes
 * through the file once, whatever that holds.
 */
function closing(lines: readonly string[]): (from: number) => boolean {
  // Where the first brace stands that was asked for last.
  let at = -1;
  let closes = false;
  return (from) => {
    if (at >= from) return closes;
    let found: boolean | null = null;
    for (at = from - 1; found === null && at + 1 < lines.length; at++) found = closesFirst(lines[at + 1]);
    if (found === null) at = lines.length;
    closes = found ?? false;
    return closes;
  };
}

const fresh = (): Open => ({ lines: [], remarks: [] });

/** The blocks of a file, one after the other: who stops asking has read no further. */
export function* blocksOf(file: string): Generator<Block> {
  const lines = file.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const closesFrom = closing(lines);
  let open = fresh();
  let inside = false;
  const close = (): Block[] => {
    const done = open.lines.length > 0 ? [closed(open)] : [];
    open = fresh();
    inside = false;
    return done;
  };
  for (const [i, text] of lines.entries()) {
    const trimmed = text.trim();
    if (trimmed === "") {
      if (!inside || !closesFrom(i + 1)) yield* close();
      continue;
    }
    if (trimmed.startsWith("//")) {
      open.remarks.push({ line: i + 1, text: trimmed.slice(2).trim() });
      continue;
    }
    open.lines.push({ number: i + 1, text });
    const brace = braceOf(text);
    if (brace !== 0) inside = brace > 0;
    // A category is a line of its own, whether a blank line follows or not.
    if (open.lines.length === 1 && trimmed.startsWith("$CATEGORY:")) yield* close();
  }
  yield* close();
}
