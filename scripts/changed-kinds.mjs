// Prints the challenge kinds whose folder changed against the last landed commit, separated by commas: what CI looks at thoroughly.
// The base is BOXUP_BASE, or the newest commit that is at least four hours older than HEAD. Without a history: all. What a board looks like
// (.tsx), what it says and how a replay is paced decide nothing that is looked at over seeds. challenge.ts holds the kind's texts beside its
// rules; a change of what it draws or how it grades shows in golden.json, which a test keeps in step.
import { spawnSync } from "node:child_process";

const git = (...args) => {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
};

function base() {
  if (process.env.BOXUP_BASE) return process.env.BOXUP_BASE;
  const head = Number(git("show", "-s", "--format=%ct", "HEAD"));
  return head ? git("rev-list", "-1", `--before=${head - 4 * 3600}`, "HEAD") : null;
}

const from = base();
const files = from ? git("diff", "--name-only", from, "HEAD") : null;
if (files === null) console.log("all");
else {
  const telling = (file) => !/(?:\/(?:challenge|words|keyboard|replaySteps|hints)|\.test)\.ts$/.test(file);
  const kinds = files
    .split("\n")
    .filter(telling)
    .flatMap((file) => /^content\/topics\/(?!_)[^/]+\/challenges\/([^/]+)\/.*\.(?:ts|json)$/.exec(file)?.[1] ?? []);
  console.log([...new Set(kinds)].sort().join(","));
}
