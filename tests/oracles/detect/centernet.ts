/** Runs CenterNet's radius rule, targets, splatting, decoding and heatmap loss on its reference file. */
import { decodeCenterMaps, encodeCenterTarget, gaussianRadius, splatGaussian, type RadiusRule } from "@/lib/engine/match";
import { compareDiscrete, compareNumbers, fail, merge, under, type Adapter, type CaseResult } from "../adapter";
import { centernetLossCase } from "../losses/adapters";
import { flat } from "./read";

interface Tensor {
  shape: number[];
  data: number[];
}

const radius: Adapter = ({ input, params, expected }) => {
  const pairs = input.heightWidth as [number, number][];
  const overlap = params.minOverlap as number | undefined;
  const of = (rule: RadiusRule) => pairs.map(([h, w]) => gaussianRadius(h, w, overlap, rule));
  const results: CaseResult[] = [];
  if (expected.radiusReleased !== undefined) {
    results.push(under("radiusReleased", compareNumbers(of("released"), expected.radiusReleased)));
  }
  if (expected.radiusGeometric !== undefined) {
    results.push(under("radiusGeometric", compareNumbers(of("geometric"), expected.radiusGeometric)));
  }
  return results.length > 0 ? merge(...results) : fail("the case expects no radius");
};

const targets: Adapter = ({ input, params, expected }) => {
  const made = encodeCenterTarget(flat(input.boxes), input.labels as number[], {
    stride: params.stride as number,
    heatmapWidth: params.heatmapWidth as number,
    heatmapHeight: params.heatmapHeight as number,
    classes: params.classes as number,
    minOverlap: params.minOverlap as number | undefined,
    rule: /released/i.test(String(params.radius)) ? "released" : "geometric",
  });
  const shape = [params.classes, params.heatmapHeight, params.heatmapWidth] as number[];
  const objects = expected.objects as { centerInt: number[]; radius: number; offset: number[]; size: number[] }[];
  return merge(
    under("heatmap", compareNumbers({ shape, data: made.heatmap }, expected.heatmap)),
    under(
      "centerInt",
      compareDiscrete(
        made.objects.map((o) => [o.x, o.y]),
        objects.map((o) => o.centerInt),
      ),
    ),
    under(
      "radius",
      compareDiscrete(
        made.objects.map((o) => o.radius),
        objects.map((o) => o.radius),
      ),
    ),
    under(
      "offset",
      compareNumbers(
        made.objects.map((o) => o.offset),
        objects.map((o) => o.offset),
      ),
    ),
    under(
      "size",
      compareNumbers(
        made.objects.map((o) => o.size),
        objects.map((o) => o.size),
      ),
    ),
  );
};

const splat: Adapter = ({ input, params, expected }) => {
  const height = params.heatmapHeight as number;
  const width = params.heatmapWidth as number;
  const heatmap = new Float64Array(height * width);
  for (const [x, y, r] of input.points as [number, number, number][]) splatGaussian(heatmap, width, height, x, y, r);
  return compareNumbers({ shape: [height, width], data: heatmap }, expected.heatmap);
};

const decode: Adapter = ({ input, params, expected }) => {
  const heatmap = input.heatmap as Tensor;
  const [classes, height, width] = heatmap.shape;
  const found = decodeCenterMaps(
    { heatmap: flat(heatmap), offset: flat(input.offset), size: flat(input.size), classes, height, width },
    params.stride as number,
    params.topK as number | undefined,
  );
  const detections = expected.detections as { label: number; score: number; box: number[] }[];
  return merge(
    under(
      "labels",
      compareDiscrete(
        found.map((d) => d.label),
        detections.map((d) => d.label),
      ),
    ),
    under(
      "scores",
      compareNumbers(
        found.map((d) => d.score),
        detections.map((d) => d.score),
      ),
    ),
    under(
      "boxes",
      compareNumbers(
        found.map((d) => d.box),
        detections.map((d) => d.box),
      ),
    ),
  );
};

/** Tells the kinds of case apart by what they hold. */
export const centernet: Adapter = (oracle, file) => {
  const { input } = oracle;
  if ("heightWidth" in input) return radius(oracle, file);
  if ("boxes" in input) return targets(oracle, file);
  if ("points" in input) return splat(oracle, file);
  if ("offset" in input) return decode(oracle, file);
  if ("logits" in input) return centernetLossCase(oracle);
  return fail(`no function for a case with ${Object.keys(input).join(", ")}`);
};
