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

/**
 * Of each line whether the first brace in it or behind it closes one: then a blank line before it is only that. One way through the file,
 * whatever it holds.
 */
function closings(lines: readonly string[]): boolean[] {
  const closes: boolean[] = [];
  let next = false;
  for (let i = lines.length - 1; i >= 0; i--) {
    const bare = lines[i].replace(/\\./g, "");
    const [open, close] = [bare.indexOf("{"), bare.indexOf("}")];
    if (open !== -1 || close !== -1) next = close !== -1 && (open === -1 || close < open);
    closes[i] = next;
  }
  return closes;
}

const fresh = (): Open => ({ lines: [], remarks: [] });

export function blocksOf(file: string): Block[] {
  const lines = file.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const closesFrom = closings(lines);
  const found: Block[] = [];
  let open = fresh();
  let inside = false;
  const close = () => {
    if (open.lines.length > 0) found.push(closed(open));
    open = fresh();
    inside = false;
  };
  lines.forEach((text, i) => {
    const trimmed = text.trim();
    if (trimmed === "") {
      if (!inside || !closesFrom[i + 1]) close();
      return;
    }
    if (trimmed.startsWith("//")) {
      open.remarks.push({ line: i + 1, text: trimmed.slice(2).trim() });
      return;
    }
    open.lines.push({ number: i + 1, text });
    const brace = braceOf(text);
    if (brace !== 0) inside = brace > 0;
    // A category is a line of its own, whether a blank line follows or not.
    if (open.lines.length === 1 && trimmed.startsWith("$CATEGORY:")) close();
  });
  close();
  return found;
}
