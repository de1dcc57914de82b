/** Times the reference libraries beside the engine, where a Python that has them is found (PYTHON names another one). */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Peer, PeerArray, Timing } from "./timing";

export type PeerAnswer = (Timing & { readonly note?: string }) | { readonly missing: string };

const KINDS: readonly [new (...args: never[]) => PeerArray["data"], string][] = [
  [Float32Array, "float32"],
  [Float64Array, "float64"],
  [Int32Array, "int32"],
  [Uint8Array, "uint8"],
];

/** Runs peers.py on one benchmark's inputs. */
export function runPeer(peer: Peer, rounds: number): PeerAnswer {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  try {
    const arrays = Object.fromEntries(
      Object.entries(peer.arrays).map(([name, { shape, data }]) => {
        const dtype = KINDS.find(([kind]) => data instanceof kind)?.[1];
        writeFileSync(path.join(folder, `${name}.bin`), new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
        return [name, { shape, dtype }];
      }),
    );
    writeFileSync(path.join(folder, "task.json"), JSON.stringify({ call: peer.call, params: peer.params ?? {}, arrays, rounds }));
    const python = process.env.PYTHON ?? "python3";
    const script = fileURLToPath(new URL("./peers.py", import.meta.url));
    const done = spawnSync(python, [script, folder], { encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" } });
    if (done.error) return { missing: `${python} does not start` };
    if (done.status !== 0) return { missing: done.stderr.trim().split("\n").at(-1) ?? "peers.py failed" };
    return JSON.parse(done.stdout) as PeerAnswer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
