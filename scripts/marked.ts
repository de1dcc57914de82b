import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Puts `text` between the two marks `<!-- name -->` and `<!-- /name -->` of a document. @throws Error where they are missing */
export function writeMarked(root: string, name: string, text: string, document = "docs/testing.md"): void {
  const file = join(root, document);
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const page = readFileSync(file, "utf8");
  const [head, rest] = page.split(begin);
  const tail = rest?.split(end)[1];
  if (tail === undefined) throw new Error(`${document} needs the two marks ${begin} and ${end}`);
  writeFileSync(file, `${head}${begin}\n${text}\n${end}${tail}`);
}
