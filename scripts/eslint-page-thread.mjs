// The lint rule boxup/page-thread: no network runs on the page's thread (docs/decisions/0006-tasks-in-the-worker.md).
import { relative, sep } from "node:path";
import { typesOnly } from "./eslint-rooms.mjs";
import { isPageCode, wayToNetwork } from "./page-thread.mjs";

const root = process.cwd();

export const pageThread = {
  meta: { type: "problem", docs: { description: "page code runs no network; it asks the engine worker by a task" }, schema: [] },
  create(context) {
    const file = relative(root, context.filename).split(sep).join("/");
    if (!isPageCode(file)) return {};
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== "string" || typesOnly(node)) return;
      const way = wayToNetwork(root, file, specifier);
      if (way)
        context.report({
          node: node.source,
          message: `page code may not run a network (${way.join(" → ")}): ask the engine worker by a task; see docs/decisions/0006`,
        });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
