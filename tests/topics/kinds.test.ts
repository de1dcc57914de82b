import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kinds } from "@/content/_generated/kinds";
import { LEVELS } from "@/lib/challenges";
import { digestInstances } from "@/lib/challenges/digest";
import { typedKinds } from "./typedKinds";

/** Every property name anywhere in a JSON value. */
function keysOf(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const v of value) keysOf(v, into);
  else if (value !== null && typeof value === "object") {
    for (const [key, v] of Object.entries(value)) {
      into.add(key);
      keysOf(v, into);
    }
  }
  return into;
}

it("docs/challenges.md has the rivals of every kind at its very version", () => {
  const rows = readFileSync("docs/challenges.md", "utf8").matchAll(/^\| ([a-z0-9-]+ \d+) \|/gm);
  const versions = new Set(Array.from(rows, ([, version]) => version));
  expect([...versions].sort(), "npm run rivals").toEqual(
    typedKinds()
      .map(({ kind, version }) => `${kind} ${version}`)
      .sort(),
  );
});

// Each kind runs the contract beside its own code; what is asked here is asked of all of them together.
describe.each(typedKinds())("challenge kind $kind", (challenge) => {
  it("stands in the folder that its names say", () => {
    expect(kinds[challenge.kind].topic).toBe(challenge.topic);
  });

  it("shows the learner nothing that names the truth", () => {
    for (const level of LEVELS) {
      for (let i = 0; i < 3; i++) {
        const keys = [...keysOf(challenge.generate(`leak-${i}`, level).view)];
        expect(keys.filter((key) => /truth|solution|solve|expected|correct|answer|optimum|best|survivor|verdict/i.test(key))).toEqual([]);
      }
    }
  });

  it("has a stable digest, which the browser test compares with Chromium's", () => {
    expect(digestInstances(kinds[challenge.kind], 0, 5, 3)).toBe(digestInstances(kinds[challenge.kind], 0, 5, 3));
  });
});
