// The lint rule boxup/rooms: imports run one way (docs/architecture.md). The table is scripts/rooms.mjs.
import { dirname, posix, relative, resolve, sep } from "node:path";
import { importProblem } from "./rooms.mjs";

const root = process.cwd();
const toRepository = (path) => relative(root, path).split(sep).join(posix.sep);

export const rooms = {
  meta: { type: "problem", docs: { description: "imports between rooms run one way" }, schema: [] },
  create(context) {
    const file = toRepository(context.filename);
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== "string") return;
      const target = specifier.startsWith(".")
        ? toRepository(resolve(dirname(context.filename), specifier))
        : specifier.startsWith("@/")
          ? specifier.slice(2)
          : null;
      const problem = importProblem(file, specifier, target === null ? null : withExtension(target), typesOnly(node));
      if (problem) context.report({ node: node.source, message: `${problem}; see docs/architecture.md` });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

/** `import type … from`, `import { type A } from` and the same of exports: the compiler leaves nothing of them. */
export function typesOnly(node) {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const named = node.specifiers ?? [];
  return named.length > 0 && named.every((specifier) => specifier.importKind === "type" || specifier.exportKind === "type");
}

/** Room patterns look at endings; an import leaves them out. Folders count as their index. */
function withExtension(target) {
  if (/\.(tsx?|mjs|json|css|mdx)$/.test(target)) return target;
  if (/\/(Board|Replay|Simulation)$/.test(target)) return `${target}.tsx`;
  if (target.startsWith("lib/ui/")) return `${target}.tsx`;
  return `${target}.ts`;
}
