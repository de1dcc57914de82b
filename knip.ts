import type { KnipConfig } from "knip";

/** What nobody imports is dead: files, exports and packages. A type may be exported beside the function whose signature it is. */
const config: KnipConfig = {
  entry: [
    "scripts/*.{ts,mjs}",
    "scripts/figures/index.ts",
    "scripts/focal/record-*.ts",
    "bench/{edits,holding,insight,lighthouse,notes,regrade,run,server,training-panel}.ts",
    "bench/browser/page.ts",
    // Put in the place of a module by bench/insight.ts.
    "bench/insight/switched.ts",
    "content/_generated/*.ts",
    // A topic's parts by their names, as scripts/gen.ts collects them.
    "content/topics/*/{topic,questions,examples,tasks,Simulation}.{ts,tsx}",
    "content/topics/*/challenges/*/{challenge,Board,Replay,keyboard,rivals}.{ts,tsx}",
    // Doors to what topics share: it stands ready, whichever of it a topic of today needs.
    "lib/challenges/{figures,task}.ts",
    "lib/challenges/answers/index.ts",
    "lib/ui/{boards,plots,simulation,stage}/index.ts",
    "lib/ui/stage/layers/index.ts",
    "lib/ui/*/index.ts",
    "lib/words/index.ts",
    "lib/client/engine/engine.worker.ts",
    "lib/server/grading/worker.ts",
    "lib/server/notes/documents/worker.ts",
    "tests/empty.ts",
    "tests/{browsers,engines}/*.ts",
    "tests/server/setup/*.ts",
    "tests/browser/{clock,server}.mjs",
    "tests/browser/{answeredClass,twins.page}.ts",
    "tests/engines/entry.ts",
  ],
  project: ["{app,bench,content,i18n,lib,scripts,tests}/**/*.{ts,tsx,mjs}", "*.{ts,tsx,mjs}"],
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Read as files, not imported: models and drawings.
    "@vladmandic/human",
    "@iconify-json/.+",
    // Named on a command line or as a string.
    "tsx",
    "@stryker-mutator/.+",
    // Next brings both: its marker package, and what reads postcss.config.mjs.
    "server-only",
    "postcss",
  ],
  ignoreIssues: {
    // A scalar's functions are one set, whichever of them a lesson needs.
    "lib/engine/autograd/scalar.ts": ["exports"],
  },
};

export default config;
