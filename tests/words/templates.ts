import { readdirSync } from "node:fs";
import ts from "typescript";

/** A Korean particle or copula written by hand behind something that varies. */
export interface Slip {
  readonly line: number;
  /** What varies and what stands behind it, as written. */
  readonly text: string;
}

/** Forms that depend on the word before. Longer ones first, so that 이에요 is not taken for 이. */
const FORMS = [
  ..."이었어요|였어요|이에요|예요|이라고|라고|이라는|라는|이라서|라서|이라도|라도|이라면|라면|이지만|지만|이니까|니까|이므로|므로|이거나|거나|이네요|네요".split(
    "|",
  ),
  ..."으로부터|로부터|으로서|로서|으로써|로써|으로는|로는|으로도|로도|으로|로|이어서|여서|이어야|여야|이랑|랑|이든|든|이란|란|이라|라|이나|나|이면|면|이고|고".split(
    "|",
  ),
  ..."이며|며|이죠|죠|을|를|이|가|은|는|과|와".split("|"),
];
/**
 * Right behind the value, perhaps behind a closing quotation mark or an aside in brackets; then a word's end, or one more particle.
 * Behind a closing bracket alone it belongs to the word before the bracket: "앵커(IoU ${value})가".
 */
export const BY_HAND = new RegExp(`^(?:\\([^)]*\\))?["'”’」』*]*(?:${FORMS.join("|")})(?:의|는|도|만)?(?![가-힣])`);
/** "을(를)": both forms at once. */
export const BOTH = /[가-힣]\((?:를|가|는|와|라|로|을|이|은|과)\)|\((?:으|이)\)[로라에]/;

/** Sources of the product with texts in them. What `lib/notes` knows beside its corrections are the words of those who write notes. */
export const SOURCES: readonly string[] = ["app", "content", "i18n", "lib"].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: "utf8" })
    .map((file) => `${top}/${file.replaceAll("\\", "/")}`)
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/_generated\/|^lib\/server\/prisma\/|^lib\/words\/|^lib\/notes\/(?!slips\/)/.test(file),
    ),
);

/** Whether a value already brings its particle: a fixed one may follow it ("A와는"). */
const chosen = (value: ts.Node): boolean =>
  ts.isCallExpression(value) && ["josa", "particle"].includes(value.expression.getText().split(".").at(-1) ?? "");

/** Every particle written by hand behind `${…}`, behind a joined value, or behind `{…}` in JSX. */
export function slipsOf(file: string, code: string): Slip[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const slips: Slip[] = [];
  const check = (value: ts.Node, behind: string) => {
    const form = BY_HAND.exec(behind);
    if (form && !chosen(value) && !ts.isStringLiteralLike(value))
      slips.push({ line: source.getLineAndCharacterOfPosition(value.getEnd()).line + 1, text: `{${value.getText()}}${form[0]}` });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) for (const span of node.templateSpans) check(span.expression, span.literal.text);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken && ts.isStringLiteralLike(node.right))
      check(node.left, node.right.text);
    if (ts.isJsxElement(node) || ts.isJsxFragment(node))
      node.children.forEach((child, i) => {
        const next = node.children[i + 1];
        if (ts.isJsxExpression(child) && child.expression && next && ts.isJsxText(next)) check(child.expression, next.text);
      });
    if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && BOTH.test(node.text))
      slips.push({ line: source.getLineAndCharacterOfPosition(node.getEnd()).line + 1, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return slips;
}
