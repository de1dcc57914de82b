/** The TF.js twin of class visualization: gradients from the backend, the climb itself shared with the plain code. */
import { climb, type Ascent, type AscentOptions } from "./ascent";
import { Aborted, breathe, type LongRun } from "./long-run";
import type { GpuMethod } from "./subject.gpu";
import type { Tensor } from "../nets";

export interface AscentRun extends LongRun {
  /** Called before each step with J there and a copy of the picture so far (with the step's jitter), for a live view. */
  onStep?(step: number, value: number, image: Tensor): void;
}

/**
 * The twin of `ascent`: L2, jitter, blur, total variation, range, kept steps.
 * @throws Aborted between steps when asked to stop
 */
export const ascentGpu: GpuMethod<AscentOptions & AscentRun, Ascent> = async (subject, options) => {
  const { steps, onProgress, aborted, onStep } = options;
  const path = climb(subject.image, options);
  let next = path.next();
  for (let done = 0; !next.done; done++) {
    if (done > 0) await breathe();
    if (aborted?.()) throw new Aborted(Math.min(done, steps), steps);
    // After the last step only the value is read.
    const [height] =
      done < steps
        ? await subject.gradientsAt([next.value])
        : [{ value: await subject.valueAt(next.value), gradient: new Float64Array(0) }];
    onStep?.(done, height.value, { shape: next.value.shape, data: next.value.data.slice() });
    next = path.next(height);
    if (done < steps) onProgress?.(done + 1, steps);
  }
  return next.value;
};
