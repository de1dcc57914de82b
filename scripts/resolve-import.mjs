// Where an import leads: to the file on disk, so that nobody has to guess an ending.
import { statSync } from "node:fs";
import { dirname, posix, relative, resolve, sep } from "node:path";

const ENDINGS = ["", ".ts", ".tsx", ".mjs", ".mdx", "/index.ts", "/index.tsx"];
const root = process.cwd();

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The repository path of an absolute one, with "/" on every system. */
export const toRepository = (path) => relative(root, path).split(sep).join(posix.sep);

/**
 * The repository path of the file that `specifier` means when `file` (absolute) imports it, or null for a package. A file that is not
 * there yet keeps the path as it was written, as a `.ts` when it has no ending.
 */
export function resolveImport(file, specifier) {
  const path = specifier.startsWith(".")
    ? resolve(dirname(file), specifier)
    : specifier.startsWith("@/")
      ? resolve(root, specifier.slice(2))
      : null;
  if (path === null) return null;
  const found = ENDINGS.find((ending) => isFile(`${path}${ending}`));
  if (found !== undefined) return toRepository(`${path}${found}`);
  return /\.\w+$/.test(path) ? toRepository(path) : `${toRepository(path)}.ts`;
}
