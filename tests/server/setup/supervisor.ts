/** `supervisor.ts <mode> <lock> <drain>`: what `npm start` is, over a server of the tests' own. Prints what that server prints. */
import { spawn } from "node:child_process";
// @ts-expect-error -- plain JavaScript, which also runs before anything is installed
import { supervise } from "../../../scripts/supervise.mjs";

const [mode, lock, drain] = process.argv.slice(2);
supervise(
  spawn(process.execPath, ["--import", "tsx", "tests/server/setup/stoppable.ts", mode, lock], { stdio: ["ignore", "inherit", "inherit"] }),
  Number(drain),
);
