import { felzenszwalb } from "@/lib/engine/propose/felzenszwalb";
import { hog } from "@/lib/engine/propose/hog";
import { selectiveSearch } from "@/lib/engine/propose/selective-search";
import { picture } from "./scenes";
import { demand, type Benchmark } from "./timing";

const SIDE = 256;

function colour(height: number, width: number) {
  return { height, width, channels: 3, data: picture(height, width, `${height}x${width}`) };
}

/** The mean of the three channels, as whole numbers. */
function grey(side: number): Float64Array {
  const { data } = colour(side, side);
  return Float64Array.from({ length: side * side }, (_, i) => Math.round((data[3 * i] + data[3 * i + 1] + data[3 * i + 2]) / 3));
}

export const benchmarks: readonly Benchmark[] = [
  {
    name: `Felzenszwalb ${SIDE}×${SIDE} colour`,
    goal: "half of scikit-image's time or less",
    rounds: 9,
    prepare() {
      const image = colour(SIDE, SIDE);
      const options = { scale: 100, sigma: 0.8, minSize: 20 };
      const { count } = felzenszwalb(image, options);
      demand(count > 10, "more than ten segments");
      return {
        contestants: [{ label: "engine felzenszwalb", run: () => felzenszwalb(image, options) }],
        peer: { call: "felzenszwalb", arrays: { image: { shape: [SIDE, SIDE, 3], data: image.data } }, params: options },
        checked: `${count} segments`,
      };
    },
  },
  {
    name: `HOG ${SIDE}×${SIDE} grey`,
    goal: "half of scikit-image's time or less",
    rounds: 15,
    prepare() {
      const data = grey(SIDE);
      const image = { height: SIDE, width: SIDE, channels: 1, data };
      const { features } = hog(image);
      demand(features.length === 31 * 31 * 4 * 9, "31 × 31 blocks of 36 numbers");
      return {
        contestants: [{ label: "engine hog", run: () => hog(image) }],
        peer: { call: "hog", arrays: { image: { shape: [SIDE, SIDE], data } }, params: { sum: features.reduce((a, b) => a + b, 0) } },
        checked: `${features.length} features (the peer must find the same sum)`,
      };
    },
  },
  {
    name: "selective search 320×240, one colour space",
    rounds: 7,
    prepare() {
      const image = colour(240, 320);
      const { count } = selectiveSearch(image, { mode: "single" });
      demand(count > 20, "more than twenty proposals");
      return {
        contestants: [{ label: "engine selectiveSearch, single", run: () => selectiveSearch(image, { mode: "single" }) }],
        checked: `${count} proposals`,
      };
    },
  },
  {
    name: "selective search 320×240, fast mode",
    rounds: 7,
    prepare() {
      const image = colour(240, 320);
      const { count, runs } = selectiveSearch(image);
      return {
        contestants: [{ label: "engine selectiveSearch, fast", run: () => selectiveSearch(image) }],
        checked: `${count} proposals of ${runs} groupings`,
      };
    },
  },
];
