/** The shipped networks, plain and on the worker's backend: loaded once for topics and for the Lab. */
import type { Network } from "@/lib/engine/nets";
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { loadModel } from "./loader";

/** A model's main network in plain TypeScript. @throws ModelLoadError */
export async function networkOf(name: string): Promise<Network> {
  return (await loadModel(name)).stored.networks.main.network;
}

const networks = new Map<string, Promise<GpuNetwork>>();

/** The same on the backend, made once. @throws ModelLoadError */
export function gpuNetworkOf(name: string): Promise<GpuNetwork> {
  const known = networks.get(name);
  if (known) return known;
  const promise = networkOf(name).then(createGpuNetwork);
  promise.catch(() => networks.delete(name));
  networks.set(name, promise);
  return promise;
}

/** The backend is gone, and the weights on it: the next one who asks brings them to the new backend. */
export const forgetGpuNetworks = (): void => networks.clear();
