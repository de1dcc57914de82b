import { roiAlign, type RoiAlignOptions } from "@/lib/engine/pool";
import { seeded } from "@/lib/engine/random";
import { NODE_BACKENDS, switchBackend, tf } from "./backends";
import { uniform } from "./scenes";
import { demand, type Benchmark } from "./timing";

const COUNT = 300;
const CHANNELS = 256;
const SIDE = 50;
const SCALE = 1 / 16;
const BINS = 7;
const OPTIONS: RoiAlignOptions = { outputSize: BINS, spatialScale: SCALE, samplingRatio: 2, aligned: false };

/** [n, 5]: image 0 and a box of 32 to 400 pixels inside 800×800. */
function drawRois(): Float32Array {
  const random = seeded("bench/rois");
  const out = new Float32Array(5 * COUNT);
  for (let i = 0; i < COUNT; i++) {
    const w = random.grid(32, 384, 0.25);
    const h = random.grid(32, 384, 0.25);
    const x = random.grid(0, 780 - w, 0.25);
    const y = random.grid(0, 780 - h, 0.25);
    out.set([0, x, y, x + w, y + h], 5 * i);
  }
  return out;
}

/** The same samples as `cropAndResize` takes them: first and last of 14 points a side, as shares of the map's last index. */
function cropBoxes(rois: Float32Array): Float32Array {
  const out = new Float32Array(4 * COUNT);
  const points = 2 * BINS;
  const share = (from: number, to: number, k: number) => (from + ((k + 0.5) / points) * (to - from)) * (SCALE / (SIDE - 1));
  for (let i = 0; i < COUNT; i++) {
    const [, x1, y1, x2, y2] = rois.subarray(5 * i, 5 * i + 5);
    out.set([share(y1, y2, 0), share(x1, x2, 0), share(y1, y2, points - 1), share(x1, x2, points - 1)], 4 * i);
  }
  return out;
}

export const benchmarks: readonly Benchmark[] = [
  {
    name: `RoIAlign, ${COUNT} RoIs, 7×7, 2×2 samples, 256×50×50`,
    goal: "cropAndResize 14×14 + average ≥ 4×",
    rounds: 9,
    async prepare() {
      const last = uniform(SIDE * SIDE * CHANNELS, -1, 1, "roi");
      const plane = SIDE * SIDE;
      const first = last.map((_, i) => last[(i % plane) * CHANNELS + Math.floor(i / plane)]);
      const rois = drawRois();
      const crops = cropBoxes(rois);
      const nchw = { shape: [1, CHANNELS, SIDE, SIDE], data: first };
      const nhwc = { shape: [1, SIDE, SIDE, CHANNELS], data: last };
      const cropAndResize = async (backend: (typeof NODE_BACKENDS)[number]) => {
        await switchBackend(backend);
        const values = tf.tidy(() => {
          const samples = tf.image.cropAndResize(
            tf.tensor4d(last, [1, SIDE, SIDE, CHANNELS]),
            tf.tensor2d(crops, [COUNT, 4]),
            tf.zeros([COUNT], "int32"),
            [2 * BINS, 2 * BINS],
          );
          return tf.avgPool(samples, 2, 2, "valid");
        });
        const data = await values.data();
        values.dispose();
        return data;
      };
      const own = roiAlign(nhwc, rois, { ...OPTIONS, layout: "NHWC" }).data;
      const theirs = await cropAndResize("wasm");
      demand(
        own.every((v, i) => Math.abs(v - theirs[i]) < 1e-4),
        "cropAndResize takes the same samples",
      );
      const sum = Float64Array.from(roiAlign(nchw, rois, OPTIONS).data).reduce((a, b) => a + b, 0);
      return {
        contestants: [
          { label: "engine roiAlign, channels last (as TF.js)", run: () => roiAlign(nhwc, rois, { ...OPTIONS, layout: "NHWC" }) },
          { label: "engine roiAlign, channels first (as torchvision)", run: () => roiAlign(nchw, rois, OPTIONS) },
          ...NODE_BACKENDS.map((backend) => ({ label: `cropAndResize 14×14 + average (${backend})`, run: () => cropAndResize(backend) })),
        ],
        peer: {
          call: "roi_align",
          arrays: { features: { shape: nchw.shape, data: first }, rois: { shape: [COUNT, 5], data: rois } },
          params: { scale: SCALE },
        },
        checked: `cropAndResize agrees to 1e-4; sum ${sum.toFixed(4)}`,
      };
    },
  },
];
