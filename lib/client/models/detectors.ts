/** The zoo's detectors on the worker's backend: loaded once for the race and for the Lab. */
import { isDetectorName, type DetectorName } from "@/lib/engine/detectors";
import { ZOO, type DetectorKind, type LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";
import { loadModel } from "./loader";

const detectors = new Map<DetectorName, Promise<LoadedDetector>>();

/** @throws Error for a name that is no detector's */
export function kindOf(name: string): DetectorKind {
  const kind = isDetectorName(name) ? ZOO[name] : undefined;
  if (!kind) throw new Error(`there is no detector "${name}"`);
  return kind;
}

/** A detector with its weights. @throws ModelLoadError */
export function detectorOf(name: string): Promise<LoadedDetector> {
  const kind = kindOf(name);
  const known = detectors.get(kind.name);
  if (known) return known;
  const promise = loadModel(kind.name).then(({ stored }) => kind.load(stored));
  promise.catch(() => detectors.delete(kind.name));
  detectors.set(kind.name, promise);
  return promise;
}

/** The backend is gone, and the weights on it: the next one who asks brings them to the new backend. */
export const forgetDetectors = (): void => detectors.clear();
