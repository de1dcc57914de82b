import { spawn } from "node:child_process";
import type { TestProject } from "vitest/node";
import { firefox } from "./firefox";
import { webkit } from "./webkit";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the production build is served. */
    origin: string;
  }
}

const PORT = Number(process.env.BOXUP_TEST_PORT ?? 3417);

/** The production server on a fresh database, as for the Chromium tests; none where there is no browser to visit it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const origin = `http://localhost:${PORT}`;
  project.provide("origin", origin);
  for (const { name, missing } of [firefox, webkit]) if (missing !== null) console.log(`SKIPPED in ${name}: ${missing}`);
  if (firefox.missing !== null && webkit.missing !== null) return undefined;
  const server = spawn(process.execPath, ["tests/browser/server.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const healthy = () =>
    fetch(`${origin}/api/v1/health`).then(
      (answer) => answer.ok,
      () => false,
    );
  for (let tries = 0; !(await healthy()); tries++) {
    if (tries === 300 || server.exitCode !== null) {
      server.kill();
      throw new Error(`the server did not answer on ${origin}; is the production build there (npm run build)?`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return async () => {
    server.kill();
    await gone;
  };
}
