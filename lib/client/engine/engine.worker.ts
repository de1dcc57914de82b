import * as Comlink from "comlink";
import { kindLoaders } from "@/content/_generated/kindLoaders";
import { tasks as topicTasks } from "@/content/_generated/tasks";
import { digestInstances } from "@/lib/challenges/digest";
import type { OnProgress } from "@/lib/challenges/task";
import { forgetGpuNetworks, gpuNetworkOf, networkOf } from "@/lib/client/models/networks";
import { detectorOf, forgetDetectors } from "@/lib/client/models/detectors";
import { loadAtlas, loadAtlases } from "@/lib/client/models/loader";
import type { EngineWorker } from "./protocol";
import { TaskHost, type TaskTables } from "./taskHost";
import { tasksOn } from "./tasks";
import { Tensors } from "./tensors";

const tensors = new Tensors((reason) => {
  forgetGpuNetworks();
  forgetDetectors();
  host.lose(reason);
});

/** Each table is a chunk of its own, fetched at its first task. */
const tables: TaskTables = {
  ...Object.fromEntries(Object.entries(topicTasks).map(([topic, load]) => [`topics/${topic}`, load])),
  lab: () => import("@/lib/client/lab/tasks"),
  race: () => import("@/lib/client/race/tasks"),
  engine: async () => ({ tasks: tasksOn(tensors) }),
};

const host = new TaskHost(tables, {
  models: { network: networkOf, gpuNetwork: gpuNetworkOf, detector: detectorOf },
  pictures: { atlas: loadAtlas, atlases: loadAtlases },
  backend: async () => (await tensors.start(null)).backend,
});

/** Comlink keeps a channel open for every callback until it is told that nobody will call it again. */
const releaseOf = (callback: OnProgress<unknown>) => (callback as Comlink.Remote<OnProgress<unknown>>)[Comlink.releaseProxy]();

async function kindNamed(name: string) {
  if (!Object.hasOwn(kindLoaders, name)) throw new Error(`there is no challenge kind "${name}"`);
  return kindLoaders[name]();
}

const api: EngineWorker = {
  start: (forced) => tensors.start(forced),
  status: async () => tensors.status(),
  async judge(name, seed, level, answer) {
    const kind = await kindNamed(name);
    const begun = performance.now();
    const verdict = kind.judge(seed, level, answer);
    const gradeMs = performance.now() - begun;
    const pairs = kind.evidence(seed, level);
    const evidence = pairs === null ? null : (await tensors.iou(pairs.a, pairs.b)).evidence;
    return { verdict, gradeMs, evidence };
  },
  digest: async (name, first, count, level) => digestInstances(await kindNamed(name), first, count, level),
  loseDevice: async () => tensors.loseDevice(),
  run: (call, onProgress) => host.run(call, onProgress).finally(() => releaseOf(onProgress)),
  cancel: async (id) => host.cancel(id),
};

Comlink.expose(api);
