import * as tf from "@tensorflow/tfjs-core";
import {
  hundredths,
  mix,
  MOST,
  range,
  scoreTimesCells,
  solution,
  type Answer,
  type View,
} from "@/content/topics/cam/challenges/cam-mixer/mix";
import { tileOf } from "@/content/topics/cam/challenges/cam-mixer/recording";
import { bankScene } from "@/content/topics/cam/scene";
import { networkInput } from "@/lib/engine/detectors/input";
import { camHead } from "@/lib/engine/explain/cam";
import { gpuSubject } from "@/lib/engine/explain/gpu";
import { toChannelsFirst } from "@/lib/engine/nets/network.gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { Material, Reckoned } from "./reckoned";

/** Every list of `length` weights. */
const lists = (allowed: readonly number[], length: number): number[][] =>
  length === 0 ? [[]] : lists(allowed, length - 1).flatMap((list) => allowed.map((weight) => [...list, weight]));

/** The weights and the score from the channels of the backend's own pass; the mixes and their distances are the backend's as well. */
export async function camMixer(view: View, { gpu, noto }: Material): Promise<Reckoned> {
  const { layer } = camHead(gpu.network, view.label);
  const image = networkInput(bankScene(view.scene, noto).pixels, SCENE_SIDE);
  const subject = gpuSubject({ gpu, image, target: { logit: view.label } });
  const [{ shape, data }] = await toChannelsFirst(subject.pass.activations[layer]);
  subject.dispose();
  const plane = shape[1] * shape[2];
  const tiles = view.tiles.map(({ channel }) => ({
    values: tileOf(data.subarray(channel * plane, (channel + 1) * plane), shape[2]) ?? [],
  }));

  const mixes = lists(range(view.least, MOST), tiles.length);
  const nearest = tf.tidy(() => {
    const sums = tf.matMul(tf.tensor2d(mixes), tf.tensor2d(tiles.map(({ values }) => values)));
    const shown = view.relu ? tf.relu(sums) : sums;
    return tf.argMin(tf.sum(tf.squaredDifference(shown, tf.tensor1d([...view.target])), 1));
  });
  const weights = mixes[(await nearest.data())[0]];
  nearest.dispose();
  const scoreBy = (own: readonly { readonly values: readonly number[] }[], by: readonly number[]) =>
    view.bias === null ? null : hundredths(scoreTimesCells(mix(own, by), view.bias));
  const answer: Answer = { weights, score: scoreBy(tiles, weights) };
  const expected: Answer = { weights: solution(view), score: scoreBy(view.tiles, solution(view)) };
  return { said: answer, expected, answer };
}
