// The lint rule boxup/rooms: imports run one way (docs/architecture.md). The table is scripts/rooms.mjs.
import { resolveImport, toRepository } from "./resolve-import.mjs";
import { importProblem } from "./rooms.mjs";

export const rooms = {
  meta: { type: "problem", docs: { description: "imports between rooms run one way" }, schema: [] },
  create(context) {
    const file = toRepository(context.filename);
    const check = (node) => {
      // A type taken by import("…").Name keeps its specifier in an argument of its own.
      const source = node.source ?? node.argument?.literal;
      const specifier = source?.value;
      if (typeof specifier !== "string") return;
      const problem = importProblem(file, specifier, resolveImport(context.filename, specifier), typesOnly(node));
      if (problem) context.report({ node: source, message: `${problem}; see docs/architecture.md` });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

/** `import type … from`, `import { type A } from`, `import("…").A` and the same of exports: the compiler leaves nothing of them. */
export function typesOnly(node) {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const named = node.specifiers ?? [];
  return named.length > 0 && named.every((specifier) => specifier.importKind === "type" || specifier.exportKind === "type");
}
