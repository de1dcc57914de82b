import * as tf from "@tensorflow/tfjs-core";
import { SCENES } from "@/content/topics/grad-cam/challenges/gradcam-regions/bank";
import { CELLS, total } from "@/content/topics/grad-cam/challenges/gradcam-regions/cells";
import { asked, perfect, type OpenChannel, type Truth, type View } from "@/content/topics/grad-cam/challenges/gradcam-regions/instance";
import { BEFORE, busyIn, gradientsIn, sceneOf, tileIn, wholeMap } from "@/content/topics/grad-cam/record";
import { networkInput } from "@/lib/engine/detectors/input";
import { camHead } from "@/lib/engine/explain/cam";
import { camGpu, gpuSubject, type GpuSubject } from "@/lib/engine/explain/gpu";
import { toChannelsFirst } from "@/lib/engine/nets/network.gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { Material, Reckoned } from "./reckoned";

const same = (a: readonly number[], b: readonly number[]) => a.join() === b.join();

/** The view's channels as the backend has them: which of the bank's they are is told by their recorded tiles. */
async function channelsOn(subject: GpuSubject, view: View, label: number): Promise<OpenChannel[]> {
  const record = SCENES[view.set][view.place];
  const gradients = view.channels[0].gradients !== null;
  const bank = gradients ? record.grads : record.channels;
  const layer = gradients ? BEFORE : camHead(subject.network, label).layer;
  const [maps] = await toChannelsFirst(subject.pass.activations[layer]);
  const signal = gradients ? subject.signalAt(BEFORE) : null;
  const among = busyIn(maps);
  const scales = signal ? gradientsIn((await toChannelsFirst(signal))[0], among) : [];
  return view.channels.map(({ tile, alpha, gradients: recorded }) => {
    const { index } = bank.find((one) => same(one.tile, tile))!;
    // The bank tried several scales; the one that it kept is the one that is meant.
    const off = (own: readonly number[]) => total(own.map((g, i) => Math.abs(g - (recorded?.[i] ?? 0))));
    const [own = null] = scales.map((scale) => scale[among.indexOf(index)]).sort((a, b) => off(a) - off(b));
    return { tile: tileIn(maps, index), alpha, gradients: own };
  });
}

/** Σ α A on the backend; α of gradients is their mean there. */
async function weighedOn(channels: readonly OpenChannel[]): Promise<number[]> {
  const map = tf.tidy(() => {
    const alphas = channels.map(({ alpha, gradients }) => (gradients ? tf.mean(tf.tensor1d([...gradients])) : tf.scalar(alpha ?? 0)));
    return tf.matMul(
      tf.reshape(tf.stack(alphas), [1, channels.length]),
      tf.tensor2d(
        channels.map(({ tile }) => [...tile]),
        [channels.length, CELLS],
      ),
    );
  });
  const cells = [...(await map.data())];
  map.dispose();
  return cells;
}

/** The cells of the map that the backend's own pass gives: of the whole network, or of the channels on the board. */
export async function gradcamRegions(view: View, truth: Truth, { gpu, atlases }: Material): Promise<Reckoned> {
  const record = SCENES[view.set][view.place];
  const { label } = record.objects[record.asked];
  const image = networkInput(sceneOf(view.set, record.number, atlases).pixels, SCENE_SIDE);
  const subject = gpuSubject({ gpu, image, target: { logit: label } });
  const map =
    view.asked === null
      ? await weighedOn(await channelsOn(subject, view, label))
      : wholeMap((await camGpu(subject, { classIndex: label })).map);
  subject.dispose();
  const counts = asked(map, view.cold > 0);
  const answer = perfect({ ...view, ...counts }, { ...truth, map });
  return { said: { counts, answer }, expected: { counts: { hot: view.hot, cold: view.cold }, answer: perfect(view, truth) }, answer };
}
