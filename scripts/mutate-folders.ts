/** What `npm run mutate` changes, and which tests must notice. */
export interface MutatedFolder {
  /** The project of vitest.config.ts whose settings hold. */
  readonly project: "unit" | "server";
  /** The tests that answer for the folder. */
  readonly tests: readonly string[];
}

export const FOLDERS: Readonly<Record<string, MutatedFolder>> = {
  "lib/challenges": { project: "unit", tests: ["lib/challenges/**/*.test.ts"] },
  "lib/review": { project: "unit", tests: ["lib/review/**/*.test.ts"] },
  "lib/server/attempts": {
    project: "server",
    tests: ["lib/server/attempts/**/*.test.ts", "tests/server/{attemptDetails,answeredAt,attempts,integrity,issued,reports}.test.ts"],
  },
  "lib/server/review": {
    project: "server",
    tests: ["lib/server/review/**/*.test.ts", "tests/server/{reviewDetails,answeredAt,review,integrity}.test.ts"],
  },
};
