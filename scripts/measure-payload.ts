/** `npm run measure:payload`: builds the site and writes what each page loads before anything is clicked into docs/testing.md. */
import { kilobytes, pageSizes } from "./payload";
import { writeMarked } from "./marked";
import { spawnSync } from "node:child_process";

const root = process.cwd();
const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
const rows = [...pageSizes(root)].map(
  ([page, { bytes, gzipped, html }]) =>
    `| ${page === "engine worker" ? page : `\`${page}\``} | ${kilobytes(bytes)} | ${kilobytes(gzipped)} | ${html === 0 ? "" : kilobytes(html)} |`,
);
const table = ["| page | JavaScript, kB | under gzip, kB | the page itself under gzip, kB |", "|---|---|---|---|", ...rows].join("\n");
console.log(table);
writeMarked(root, "measure:payload", table);
