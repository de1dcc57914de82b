// The COCO detector of @vladmandic/human (MIT), served from our own origin: public/coco/ (not in the repository).
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FILES = ["centernet.json", "centernet.bin"];

/** Copies what is missing or of another size; says in a LICENSE file where it comes from. */
export function copyModels() {
  const from = join(root, "node_modules/@vladmandic/human");
  const to = join(root, "public/coco");
  mkdirSync(to, { recursive: true });
  for (const name of FILES) {
    const source = join(from, "models", name);
    const target = join(to, name);
    if (!existsSync(target) || statSync(target).size !== statSync(source).size) copyFileSync(source, target);
  }
  const { version } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
  const note = `centernet.json and centernet.bin come unchanged from the npm package @vladmandic/human ${version}.
Network: https://github.com/610265158/mobilenetv3_centernet, converted to TF.js by Vladimir Mandic.

${readFileSync(join(from, "LICENSE"), "utf8")}`;
  const license = join(to, "LICENSE.txt");
  if (!existsSync(license) || readFileSync(license, "utf8") !== note) writeFileSync(license, note);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) copyModels();
