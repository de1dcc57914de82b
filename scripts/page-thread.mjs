// No network runs on the page's thread: page code may not reach, through imports that stay in the bundle, anything that runs one.
// Read by the lint rule boxup/page-thread and by its test.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** What the browser's page thread starts from. Route handlers (app/api) run on the server. */
export const isPageCode = (file) =>
  /^(app\/(?!api\/)|lib\/ui\/|content\/topics\/.*\.tsx$)/.test(file) && /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);

/** What runs networks: the tensor twins, the plain passes, and the tasks that call them. Boxes, geometry and maths are none of these. */
const RUNS_NETWORKS = [
  /^lib\/engine\/.*(\.gpu|\/gpu)\.ts$/,
  /^lib\/engine\/nets\/(forward|backward)\.ts$/,
  /^content\/topics\/[^/]+\/tasks\.ts$/,
  /^lib\/client\/[^/]+\/tasks\.ts$/,
];
const isTensorPackage = (specifier) => /^@tensorflow\//.test(specifier);

/** Specifiers of a module's imports and re-exports, those of types alone left out: the compiler leaves nothing of them. */
export function valueImports(text) {
  const source = ts.createSourceFile("module.tsx", text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const found = [];
  const visit = (node) => {
    if (ts.isImportDeclaration(node) && !importsTypes(node.importClause)) found.push(node.moduleSpecifier.text);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && !exportsTypes(node)) found.push(node.moduleSpecifier.text);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteralLike(node.arguments[0]))
      found.push(node.arguments[0].text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const allTypes = (elements) => elements.length > 0 && elements.every((element) => element.isTypeOnly);

function importsTypes(clause) {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  return !clause.name && clause.namedBindings && ts.isNamedImports(clause.namedBindings) && allTypes(clause.namedBindings.elements);
}

function exportsTypes(node) {
  return node.isTypeOnly || (node.exportClause && ts.isNamedExports(node.exportClause) && allTypes(node.exportClause.elements));
}

/** The repository path of the module that `specifier` means in `file`, or null for a package and for what is no module. */
function moduleOf(root, file, specifier) {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(file), specifier)
      : null;
  if (base === null) return null;
  const found = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"]
    .map((end) => base + end)
    .find((path) => /\.tsx?$/.test(path) && existsSync(join(root, path)));
  return found ?? null;
}

const known = new Map();

/** As `valueImports` of a file, read again when it has changed. */
function importsOf(root, file) {
  const path = join(root, file);
  const { mtimeMs } = statSync(path);
  const held = known.get(path);
  if (held?.mtimeMs === mtimeMs) return held.imports;
  const imports = valueImports(readFileSync(path, "utf8"));
  known.set(path, { mtimeMs, imports });
  return imports;
}

/**
 * The shortest way from `file` by this import to something that runs a network, as module names; null when there is none.
 * @param root the repository; @param file a repository path
 */
export function wayToNetwork(root, file, specifier) {
  if (isTensorPackage(specifier)) return [specifier];
  const first = moduleOf(root, file, specifier);
  if (first === null) return null;
  const cameFrom = new Map([[first, null]]);
  const wayTo = (end) => {
    const way = [];
    for (let at = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
    return way;
  };
  for (const at of cameFrom.keys()) {
    if (RUNS_NETWORKS.some((pattern) => pattern.test(at))) return wayTo(at);
    for (const next of importsOf(root, at)) {
      if (isTensorPackage(next)) return [...wayTo(at), next];
      const target = moduleOf(root, at, next);
      if (target !== null && !cameFrom.has(target)) cameFrom.set(target, at);
    }
  }
  return null;
}
