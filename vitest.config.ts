import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = [
  { find: /^@\//, replacement: root },
  // Next's marker package has no meaning outside its own bundler.
  { find: "server-only", replacement: `${root}tests/empty.ts` },
];

export default defineConfig({
  test: {
    // Left to itself, vitest keeps one core free: on the two-core machine that must pass, files would run one after the other.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          include: [
            "lib/{engine,challenges,questions,review,notes,markdown,groups,assignments,insight,bank,gradebook,wire,words,ui,client}/**/*.test.{ts,tsx}",
            "content/**/*.test.ts",
            "app/**/*.test.ts",
            "scripts/**/*.test.ts",
            "tests/{bank,contract,engines,notes,rooms,topics,words,oracles}/**/*.test.ts",
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "server",
          environment: "node",
          include: ["lib/server/**/*.test.ts", "tests/server/**/*.test.ts"],
          globalSetup: ["tests/server/setup/global.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browsers",
          environment: "node",
          include: ["tests/browsers/**/*.test.ts"],
          globalSetup: ["tests/browsers/server.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
