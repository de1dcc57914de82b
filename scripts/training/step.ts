import * as tf from "@tensorflow/tfjs-core";
import type { TrainableModel } from "@/lib/engine/train/model.gpu";
import type { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import { warmUpCosine } from "@/lib/engine/train/schedule";
import type { Progress } from "./checkpoint";
import type { Sources } from "./data";
import type { Task } from "./task";

/** Learning rate of layers that come from another model, beside 1 for new ones. */
export const SHARED_RATE = 0.5;

/** One step: forward, loss, backward, update. Returns the loss. */
export async function trainStep(
  task: Task,
  model: TrainableModel,
  optimizer: MuonAdam,
  sources: Sources,
  { step, steps, batch, seed }: Pick<Progress, "step" | "steps" | "batch" | "seed">,
): Promise<number> {
  const { images, targets } = task.batchTensors(sources, seed, step * batch, batch);
  const statistics = model.statistics();
  const { value, grads } = tf.variableGrads(
    () => task.loss(model, images, targets, statistics),
    optimizer.slots.map((slot) => slot.variable),
  );
  optimizer.step(grads, warmUpCosine(step, steps));
  model.absorb(statistics, step === 0);
  const [loss] = await value.data();
  tf.dispose([images, ...targets, value, grads]);
  if (!Number.isFinite(loss)) throw new Error(`the loss is ${loss} at step ${step}`);
  return loss;
}
