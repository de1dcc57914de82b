/** Times the reference libraries in turn with the engine, where a Python that has them is found (PYTHON names another one). */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Contestant, Peer, PeerArray } from "./timing";

export type PeerStart = { readonly contestant: Contestant; readonly note: string; stop(): void } | { readonly missing: string };

const KINDS: readonly [new (...args: never[]) => PeerArray["data"], string][] = [
  [Float32Array, "float32"],
  [Float64Array, "float64"],
  [Int32Array, "int32"],
  [Uint8Array, "uint8"],
];

/** Writes the arrays where peers.py reads them. */
function writeTask(folder: string, { call, params = {}, arrays }: Peer): void {
  const described = Object.entries(arrays).map(([name, { shape, data }]) => {
    writeFileSync(path.join(folder, `${name}.bin`), new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    return [name, { shape, dtype: KINDS.find(([kind]) => data instanceof kind)?.[1] }];
  });
  writeFileSync(path.join(folder, "task.json"), JSON.stringify({ call, params, arrays: Object.fromEntries(described) }));
}

/** Starts peers.py on one benchmark's inputs; it waits and runs one call each time it is asked. */
export async function startPeer(peer: Peer): Promise<PeerStart> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  writeTask(folder, peer);
  const python = process.env.PYTHON ?? "python3";
  const script = fileURLToPath(new URL("./peers.py", import.meta.url));
  const child = spawn(python, [script, folder], { env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" } });
  let problem = "";
  child.stderr.on("data", (chunk: Buffer) => (problem += chunk.toString()));
  child.on("error", () => (problem = `${python} does not start`));
  child.stdin.on("error", () => (problem ||= "peers.py ended early"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<string | null> => {
    const { value, done } = await lines.next();
    return done ? null : value;
  };
  const stop = () => {
    child.stdin.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const first = await read();
  const answer =
    first === null
      ? { missing: problem.trim().split("\n").at(-1) || "peers.py failed" }
      : (JSON.parse(first) as { label: string; note: string } | { missing: string });
  if ("missing" in answer) {
    stop();
    return answer;
  }
  const run = async (): Promise<number> => {
    child.stdin.write("go\n");
    const line = await read();
    if (line === null) throw new Error(`peers.py ended early: ${problem.trim()}`);
    return Number(line);
  };
  return { contestant: { label: answer.label, run, timesItself: true }, note: answer.note, stop };
}
