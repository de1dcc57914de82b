import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  /** The next line that the process prints; rejects when it ends first. */
  line(): Promise<string>;
  /** Every line printed so far and not read, and those until the process has ended. */
  rest(): Promise<string[]>;
  kill(): Promise<void>;
}

/** Runs one of the TypeScript programs beside this file. */
export function runChild(program: "writer" | "heir" | "supervisor" | "noteServer", ...args: string[]): Child {
  const child = spawn(process.execPath, ["--import", "tsx", `tests/server/setup/${program}.ts`, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    process: child,
    pid: child.pid ?? 0,
    line: async () => {
      const next = await lines.next();
      if (next.done) throw new Error(`The process ended: ${errors}`);
      return next.value;
    },
    rest: async () => {
      const all: string[] = [];
      for (let next = await lines.next(); !next.done; next = await lines.next()) all.push(next.value);
      return all;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
