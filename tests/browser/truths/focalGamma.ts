import * as tf from "@tensorflow/tfjs-core";
import { GROUPS, isEasy } from "@/content/topics/focal-loss/challenges/focal-gamma/groups";
import {
  ALPHAS,
  brokenBy,
  budgetOf,
  GAMMAS,
  outside,
  rightGammas,
  type View,
} from "@/content/topics/focal-loss/challenges/focal-gamma/instance";
import { sigmoidFocalLossTensor } from "@/lib/engine/losses/gpu";
import type { Reckoned } from "./reckoned";

/** What a place of each group weighs at each γ: the loss, or the size of its slope on the logit. [γ][group] */
async function weights({ groups, quantity }: View): Promise<number[][]> {
  const targets = tf.tensor1d(groups.map(({ id }) => (GROUPS[id].object ? 1 : 0)));
  const logits = tf.tensor1d(groups.map(({ id, pt }) => (GROUPS[id].object ? 1 : -1) * Math.log(pt / (1000 - pt))));
  const rows: number[][] = [];
  for (const gamma of GAMMAS) {
    const loss = (x: tf.Tensor) => sigmoidFocalLossTensor(x, targets, { alpha: -1, gamma: gamma / 10, reduction: "none" });
    const row = tf.tidy(() => (quantity === "value" ? loss(logits) : tf.abs(tf.grad(loss)(logits))));
    rows.push([...(await row.data())]);
    row.dispose();
  }
  tf.dispose([targets, logits]);
  return rows;
}

interface Shares {
  readonly easy: number;
  readonly keep: number;
  readonly wrong: number;
  readonly objects: number;
}

/** What every γ, and every α at the γs that are right, comes to: which limits break. */
function decisions(view: View, sharesAt: (gamma: number, alpha: number) => Shares) {
  const { objects } = view.limits;
  return {
    gammas: GAMMAS.map((gamma) => brokenBy(view, sharesAt(gamma, 50))),
    alphas: rightGammas(view).map((gamma) =>
      ALPHAS.map((alpha) => objects !== null && outside(objects, sharesAt(gamma, alpha).objects) === 0),
    ),
  };
}

/** Every γ and α judged by the backend's losses. */
export async function focalGamma(view: View): Promise<Reckoned> {
  const { groups } = view;
  const rows = await weights(view);
  const sharesAt = (gamma: number, alpha: number): Shares => {
    const sum = (of: (group: View["groups"][number]) => boolean) =>
      groups.reduce((all, group, i) => all + (of(group) ? group.count * rows[gamma][i] : 0), 0);
    const [object, background] = [sum(({ id }) => GROUPS[id].object), sum(({ id }) => !GROUPS[id].object)];
    const unsure = groups.findIndex(({ id }) => id === "unsure");
    return {
      easy: sum(isEasy) / background,
      keep: unsure < 0 ? 1 : rows[gamma][unsure] / rows[0][unsure],
      wrong: sum(({ id }) => id === "wrong") / object,
      objects: (alpha * object) / (alpha * object + (100 - alpha) * background),
    };
  };
  const said = decisions(view, sharesAt);
  const expected = decisions(view, (gamma, alpha) => budgetOf(view, gamma, alpha));
  return { said, expected };
}
