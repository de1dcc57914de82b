/**
 * Muon for the kernels of convolutions, Adam for everything else.
 * Muon (K. Jordan et al. 2024, "Muon: An optimizer for hidden layers in neural networks"): the momentum of a weight matrix is
 * replaced by its nearest orthogonal matrix (five Newton–Schulz steps), so that all directions move alike.
 */
import * as tf from "@tensorflow/tfjs-core";

/** The quintic of the Newton–Schulz step, as published with Muon. */
const [A, B, C] = [3.4445, -4.775, 2.0315];

/**
 * The orthogonal factor of a matrix, roughly: its singular values go to within about 0.7 … 1.2.
 * @param matrix [rows, columns]
 */
export function orthogonalise(matrix: tf.Tensor2D, steps = 5): tf.Tensor2D {
  return tf.tidy(() => {
    const tall = matrix.shape[0] > matrix.shape[1];
    let x = (tall ? tf.transpose(matrix) : matrix) as tf.Tensor2D;
    x = tf.div(x, tf.add(tf.sqrt(tf.sum(tf.square(x))), 1e-7));
    for (let k = 0; k < steps; k++) {
      // Explicit transposes: the WASM product is fast only without its transpose flags.
      const gram = tf.matMul(x, tf.transpose(x)) as tf.Tensor2D;
      const poly = tf.add(tf.mul(gram, B), tf.mul(tf.matMul(gram, gram), C)) as tf.Tensor2D;
      x = tf.add(tf.mul(x, A), tf.matMul(poly, x));
    }
    return (tall ? tf.transpose(x) : x) as tf.Tensor2D;
  });
}

export interface OptimizerOptions {
  /** Peak learning rate of Muon. */
  readonly muon: number;
  /** Peak learning rate of Adam. */
  readonly adam: number;
  /** Momentum of Muon. Default 0.9. */
  readonly momentum?: number;
  /** Shrinks weights by this much times the learning rate each step (decoupled). Default 0. */
  readonly decay?: number;
}

/** One trained variable: conv kernels [k, k, in, out] go by Muon unless `adam` is set. */
export interface Slot {
  readonly name: string;
  readonly variable: tf.Variable;
  readonly muon: boolean;
  /** Multiplies the learning rate, e.g. 0.5 for a backbone already trained. */
  readonly rate: number;
}

const BETAS = [0.9, 0.98] as const;

/** Holds the moments; `state` and `load` let a run stop and go on. */
export class MuonAdam {
  private readonly first: tf.Variable[];
  private readonly second: (tf.Variable | null)[];
  private count = 0;

  constructor(
    readonly slots: readonly Slot[],
    private readonly options: OptimizerOptions,
  ) {
    this.first = slots.map(({ variable }) => tf.variable(tf.zerosLike(variable), false));
    this.second = slots.map(({ variable, muon }) => (muon ? null : tf.variable(tf.zerosLike(variable), false)));
  }

  /** Moves every variable against its gradient. @param share the schedule's share of the peak learning rate */
  step(gradients: tf.NamedTensorMap, share: number): void {
    this.count++;
    const { muon, adam, momentum = 0.9, decay = 0 } = this.options;
    this.slots.forEach((slot, k) => {
      const gradient = gradients[slot.variable.name];
      if (!gradient) return;
      const rate = share * slot.rate * (slot.muon ? muon : adam);
      tf.tidy(() => {
        const second = this.second[k];
        const update = second ? this.adam(k, second, gradient) : this.muon(k, gradient, momentum);
        const kept = slot.muon && decay > 0 ? tf.mul(slot.variable, 1 - rate * decay) : slot.variable;
        slot.variable.assign(tf.sub(kept, tf.mul(update, rate)));
      });
    });
  }

  private muon(k: number, gradient: tf.Tensor, momentum: number): tf.Tensor {
    const held = tf.add(tf.mul(this.first[k], momentum), gradient);
    this.first[k].assign(held);
    const ahead = tf.add(tf.mul(held, momentum), gradient); // Nesterov
    const out = gradient.shape[gradient.rank - 1];
    return tf.reshape(orthogonalise(tf.reshape(ahead, [-1, out]) as tf.Tensor2D), gradient.shape);
  }

  private adam(k: number, second: tf.Variable, gradient: tf.Tensor): tf.Tensor {
    const [b1, b2] = BETAS;
    const m = tf.add(tf.mul(this.first[k], b1), tf.mul(gradient, 1 - b1));
    const v = tf.add(tf.mul(second, b2), tf.mul(tf.square(gradient), 1 - b2));
    this.first[k].assign(m);
    second.assign(v);
    const top = tf.div(m, 1 - Math.pow(b1, this.count));
    return tf.div(top, tf.add(tf.sqrt(tf.div(v, 1 - Math.pow(b2, this.count))), 1e-8));
  }

  /** All moments in a fixed order; `load` takes the same. */
  state(): { count: number; moments: tf.Variable[] } {
    return { count: this.count, moments: [...this.first, ...this.second.filter((m) => m !== null)] };
  }

  load(count: number): void {
    this.count = count;
  }

  dispose(): void {
    tf.dispose(this.state().moments);
  }
}
