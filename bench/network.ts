import { classLogit, gradCam, saliency, subjectOf } from "@/lib/engine/explain";
import { createNetwork, forward, type LayerSpec } from "@/lib/engine/nets";
import { backwardGpu, createGpuNetwork, forwardGpu, toChannelsLast } from "@/lib/engine/nets/network.gpu";
import { randomImage, randomWeights } from "@/lib/engine/nets/sample-networks";
import { NODE_BACKENDS, tf, switchBackend } from "./backends";
import { demand, type Benchmark } from "./timing";

/** A classifier of the size a lesson ships: seven 3×3 convolutions, strides 2, 4, 8, 16, 20 classes. */
const LAYERS: readonly LayerSpec[] = [
  ...[
    [16, 2],
    [32, 2],
    [32, 1],
    [64, 2],
    [64, 1],
    [128, 2],
    [128, 1],
  ].flatMap(([out, stride], i): LayerSpec[] => [
    { type: "conv", name: `conv${i + 1}`, out, kernel: 3, stride, pad: "same" },
    { type: "relu", name: `relu${i + 1}` },
  ]),
  { type: "gap", name: "gap" },
  { type: "dense", name: "fc", out: 20 },
];

export const benchmarks: readonly Benchmark[] = [
  {
    name: "CNN 112×112, 7 convolutions: forward + gradient",
    rounds: 9,
    async prepare() {
      const network = createNetwork(randomWeights([3, 112, 112], LAYERS, "bench"));
      const image = randomImage(network.inputShape, "bench");
      const question = { network, image, target: classLogit(3) };
      const seed = Float32Array.from({ length: 20 }, (_, i) => (i === 3 ? 1 : 0));
      await switchBackend("wasm");
      const gpus = new Map<string, ReturnType<typeof createGpuNetwork>>();
      for (const backend of NODE_BACKENDS) {
        await switchBackend(backend);
        gpus.set(backend, createGpuNetwork(network));
      }
      const twin = async (backend: (typeof NODE_BACKENDS)[number]) => {
        await switchBackend(backend);
        const gpu = gpus.get(backend)!;
        const input = toChannelsLast([image]) as tf.Tensor4D;
        const pass = forwardGpu(gpu, input);
        const top = tf.tensor2d(seed, [1, 20]);
        const back = backwardGpu(gpu, pass, { fc: top });
        const values = await back.input.data();
        tf.dispose([input, top, pass.activations, back.input, back.layers]);
        return values;
      };
      const own = saliency(subjectOf(question), {}).gradient.data;
      const theirs = await twin("wasm");
      const most = own.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      demand(
        own.every((v, i) => Math.abs(v - theirs[(i % 12544) * 3 + Math.floor(i / 12544)]) < 1e-4 * most),
        "the TF.js twin's gradient agrees to 1e-4",
      );
      return {
        contestants: [
          { label: "engine, plain TypeScript", run: () => saliency(subjectOf(question), {}) },
          { label: "engine, forward only", run: () => forward(network, image) },
          { label: "engine, Grad-CAM at relu5", run: () => gradCam(subjectOf(question), { layer: "relu5" }) },
          ...NODE_BACKENDS.map((backend) => ({ label: `TF.js twin (${backend})`, run: () => twin(backend) })),
        ],
        checked: "TF.js twin's gradient agrees to 1e-4 of its largest value",
        release: () => gpus.forEach((gpu) => gpu.dispose()),
      };
    },
  },
];
