import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backward, createNetwork, fieldBox, forward, receptiveFields, stackFields, windowAxis, type LayerSpec } from ".";
import { randomImage, randomWeights, sampleNetwork } from "./sample-networks";

const vgg = (convs: number[], size: number) =>
  stackFields(
    convs.flatMap((n, block) => [
      ...Array.from({ length: n }, () => ({ kernel: 3, pad: 1 })),
      ...(block < convs.length - 1 ? [{ kernel: 2, stride: 2 }] : []),
    ]),
    size,
  );

describe("windowAxis", () => {
  it('pads 112 pixels only after the map for a 3×3 "same" window at stride 2, and both sides with pad 1', () => {
    expect(windowAxis(112, 3, 2, "same")).toEqual({ size: 56, before: 0 });
    expect(windowAxis(112, 3, 2, 1)).toEqual({ size: 56, before: 1 });
    expect(windowAxis(111, 3, 2, "same")).toEqual({ size: 56, before: 1 });
  });
  it("refuses windows that do not fit and odd arguments", () => {
    expect(() => windowAxis(4, 5, 1, "valid")).toThrow("kernel");
    expect(() => windowAxis(4, 2, 0, 0)).toThrow("stride");
    expect(() => windowAxis(4, 2, 1, -1)).toThrow("pad");
  });
});

describe("stackFields", () => {
  it("gives AlexNet's pool5 a field of 195 pixels at jump 32", () => {
    const alexnet = [
      { kernel: 11, stride: 4 },
      { kernel: 3, stride: 2 },
      { kernel: 5, pad: 2 },
      { kernel: 3, stride: 2 },
      { kernel: 3, pad: 1 },
      { kernel: 3, pad: 1 },
      { kernel: 3, pad: 1 },
      { kernel: 3, stride: 2 },
    ];
    expect(stackFields(alexnet, 227).at(-1)).toMatchObject({ size: 195, jump: 32, cells: 6 });
  });
  it("gives VGG-16's conv5_3 a field of 196 pixels at jump 16, and 228 after the RPN's 3×3", () => {
    expect(vgg([2, 2, 3, 3, 3], 224).at(-1)).toMatchObject({ size: 196, jump: 16, cells: 14 });
    expect(vgg([2, 2, 3, 3, 4], 224).at(-1)).toMatchObject({ size: 228, jump: 16 });
  });
  it('shifts right by 7.5 pixels at stride 16 when four strided 3×3 layers use "same" on even sizes', () => {
    const same = stackFields(
      Array.from({ length: 4 }, () => ({ kernel: 3, stride: 2, pad: "same" as const })),
      112,
    ).at(-1)!;
    // The field's centre against the middle of the 16 pixels the cell stands for when maps are simply resized.
    expect(same.start + same.size / 2 - same.jump / 2).toBe(7.5);
  });
});

describe("receptiveFields", () => {
  it("places unit (1, 2) of size 8, jump 2, start −3 at [1, −1, 9, 7], cut at the image's edge when asked", () => {
    const field = { size: 8, jump: 2, startX: -3, startY: -3 };
    expect(fieldBox(field, 1, 2)).toEqual([1, -1, 9, 7]);
    expect(fieldBox(field, 1, 2, [6, 6])).toEqual([1, 0, 6, 6]);
  });
  it("has no field for layers that read the whole image", () => {
    const fields = receptiveFields(createNetwork(sampleNetwork()));
    expect(fields.gap).toBeUndefined();
    expect(fields.fc).toBeUndefined();
    expect(fields.conv3).toBeDefined();
  });
  it("holds every pixel a unit depends on, and for the middle unit nothing else, for any stack of windows", () => {
    const pad = fc.constantFrom<(0 | 1 | "same")[]>(0, 1, "same");
    const window = fc.record({ kernel: fc.integer({ min: 1, max: 3 }), stride: fc.integer({ min: 1, max: 2 }), pad });
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 99 }), (windows, pick) => {
        // Strides above the kernel leave holes in the field, which an interval cannot tell.
        const layers: LayerSpec[] = windows.map((w, i) => ({
          type: "conv",
          name: `c${i}`,
          out: 1,
          ...w,
          pad: w.pad === 1 && w.kernel === 1 ? 0 : w.pad,
          stride: Math.min(w.stride, w.kernel),
        }));
        const spec = randomWeights([1, 35, 33], layers, "field");
        const positive = Object.fromEntries(
          Object.entries(spec.weights).map(([name, w]) => [
            name,
            { weight: { shape: w.weight!.shape, data: Float64Array.from(w.weight!.data, (v) => Math.abs(v) + 0.1) } },
          ]),
        );
        const net = createNetwork({ ...spec, weights: positive });
        const layer = `c${layers.length - 1}`;
        const [, lh, lw] = net.layers[layers.length - 1].shape;
        expect(outsideAndMissed(net, layer, pick % lh, (pick * 7) % lw).outside).toBe(0);
        // Units near the edge read padding instead of some pixels of their interval; the middle one reads all of it.
        expect(outsideAndMissed(net, layer, lh >> 1, lw >> 1)).toEqual({ outside: 0, missed: 0 });
      }),
      { numRuns: 40 },
    );
  });
  it("covers every pixel a unit depends on where branches meet and after upsampling", () => {
    const net = createNetwork(sampleNetwork("branch"));
    const fields = receptiveFields(net);
    const image = randomImage(net.inputShape, "b");
    const [, h, w] = net.inputShape;
    const base = forward(net, image).activations;
    for (let i = 0; i < h * w; i += 7) {
      const moved = forward(net, { ...image, data: Float64Array.from(image.data, (v, j) => (j === i ? v + 10 : v)) }).activations;
      for (const layer of ["up", "sum", "both", "pool2", "conv3"]) {
        const [, lh, lw] = base[layer].shape;
        base[layer].data.forEach((v, at) => {
          if (v === moved[layer].data[at]) return;
          const [x1, y1, x2, y2] = fieldBox(fields[layer], Math.floor((at % (lh * lw)) / lw), at % lw);
          const x = i % w;
          const y = Math.floor(i / w);
          expect(x >= x1 && x < x2 && y >= y1 && y < y2).toBe(true);
        });
      }
    }
  });
});

/** How many pixels the unit depends on outside its field, and how many it ignores inside. All weights are positive, so nothing cancels. */
function outsideAndMissed(
  net: ReturnType<typeof createNetwork>,
  layer: string,
  row: number,
  column: number,
): { outside: number; missed: number } {
  const [, h, w] = net.inputShape;
  const pass = forward(net, { shape: net.inputShape, data: new Float64Array(h * w) });
  const [, lh, lw] = pass.activations[layer].shape;
  const touched = backward(net, pass, { [layer]: Array.from({ length: lh * lw }, (_, i) => (i === row * lw + column ? 1 : 0)) }).input.data;
  const [x1, y1, x2, y2] = fieldBox(receptiveFields(net)[layer], row, column);
  const count = { outside: 0, missed: 0 };
  touched.forEach((v, i) => {
    const inside = i % w >= x1 && i % w < x2 && Math.floor(i / w) >= y1 && Math.floor(i / w) < y2;
    if (v !== 0 && !inside) count.outside++;
    if (v === 0 && inside) count.missed++;
  });
  return count;
}
