/** The zoo's detectors on the worker's backend: loaded once for the race and for the Lab. */
import { kindOf, type LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";
import { loadModel } from "./loader";

const detectors = new Map<string, Promise<LoadedDetector>>();

/** A detector with its weights. @throws ModelLoadError */
export function detectorOf(name: string): Promise<LoadedDetector> {
  const kind = kindOf(name);
  const known = detectors.get(name);
  if (known) return known;
  const promise = loadModel(name).then(({ stored }) => kind.load(stored));
  promise.catch(() => detectors.delete(name));
  detectors.set(name, promise);
  return promise;
}

/** The backend is gone, and the weights on it: the next one who asks brings them to the new backend. */
export const forgetDetectors = (): void => detectors.clear();
