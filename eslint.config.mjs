import next from "eslint-config-next";
import typescript from "eslint-config-next/typescript";
import { exact, EXACT_FILES } from "./scripts/eslint-exact.mjs";
import { pageThread } from "./scripts/eslint-page-thread.mjs";
import { rooms } from "./scripts/eslint-rooms.mjs";

const PURE = [
  "lib/engine/**/*.ts",
  "lib/challenges/**/*.ts",
  "lib/questions/**/*.ts",
  "lib/review/**/*.ts",
  "lib/notes/**/*.ts",
  "lib/markdown/**/*.ts",
  "lib/groups/**/*.ts",
  "lib/insight/**/*.ts",
  "lib/words/**/*.ts",
  "content/topics/**/*.ts",
];

const config = [
  {
    ignores: [
      "node_modules/**",
      ".next/**",
      "dist/**",
      ".stryker-tmp/**",
      ".data/**",
      "public/**",
      "lib/server/prisma/**",
      "test-results/**",
      "next-env.d.ts",
    ],
  },
  ...next,
  ...typescript,
  {
    plugins: { boxup: { rules: { exact, rooms, "page-thread": pageThread } } },
    rules: {
      "boxup/rooms": "error",
      "boxup/page-thread": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "react/no-danger": "error",
      "max-lines": ["error", { max: 400 }],
    },
  },
  // Data that scripts wrote: a string a scene.
  { files: ["content/topics/**/recorded.ts", "content/_generated/*.ts"], rules: { "max-lines": "off" } },
  { files: EXACT_FILES, ignores: ["**/*.test.ts", "**/*.gpu.ts", "**/gpu.ts"], rules: { "boxup/exact": "error" } },
  {
    files: PURE,
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Use seeded() of lib/engine/random." },
        { object: "Date", property: "now", message: "Time is an argument." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is an argument." },
      ],
      "no-restricted-globals": ["error", "window", "document", "navigator", "process", "performance", "fetch", "localStorage"],
    },
  },
];

export default config;
