import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const reference = path.join(root, "tests/oracles/data/cnn_visualization_3.json");
const folder = mkdtempSync(path.join(tmpdir(), "oracles-"));
const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

function verify(where: string): { status: number | null; out: string } {
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, "scripts/verify-oracles.ts", where], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, out: stdout + stderr };
}

describe("verify-oracles", () => {
  beforeEach(() => {
    for (const name of ["a.json", "b.json"]) rmSync(path.join(folder, name), { force: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("exits 0 on a known file under another name, ignoring files that are not JSON", () => {
    copyFileSync(reference, path.join(folder, "a.json"));
    put("README.md", "not a reference file");
    const { status, out } = verify(folder);
    expect(out).toMatch(/a\.json +3 .* PASS/);
    expect(status).toBe(0);
  });
  it("exits 1 when one number of a file is wrong, and says which", () => {
    const file = JSON.parse(readFileSync(reference, "utf8"));
    file.cases[1].expected.logits[0] += 0.001;
    put("a.json", JSON.stringify(file));
    const { status, out } = verify(folder);
    expect(out).toContain("FAIL");
    expect(out).toContain("logits");
    expect(status).toBe(1);
  });
  it("exits 1 on a malformed file and on one it has no function for, naming each", () => {
    put("a.json", "{ half a file");
    put("b.json", JSON.stringify({ function: "somelib.somefunction", cases: [{ name: "x", input: {}, params: {}, expected: {} }] }));
    const { status, out } = verify(folder);
    expect(out).toContain("not JSON");
    expect(out).toContain('no engine function for "somelib.somefunction"');
    expect(out).toContain("2 of 2 files failed: a.json, b.json");
    expect(status).toBe(1);
  });
  it("exits 2 when the folder cannot be read", () => {
    expect(verify(path.join(folder, "nowhere")).status).toBe(2);
  });
});
