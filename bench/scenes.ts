/** Deterministic inputs. Coordinates are multiples of a quarter pixel: exact in float32. */
import { seeded } from "@/lib/engine/random";

export interface Boxes {
  /** [n, 4] xyxy pixels. */
  readonly boxes: Float32Array;
  readonly scores: Float32Array;
  readonly classes: Int32Array;
}

/** n boxes with distinct scores: around 60 places (`clustered`) or anywhere in 300×300 pixels. */
export function boxScene(n: number, kind: "clustered" | "spread", classCount = 20): Boxes {
  const random = seeded(`bench/boxes/${kind}`);
  const places = Array.from({ length: 60 }, () => [
    random.grid(30, 270, 0.25),
    random.grid(30, 270, 0.25),
    random.grid(24, 80, 0.25),
    random.grid(24, 80, 0.25),
  ]);
  const boxes = new Float32Array(4 * n);
  const classes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const [px, py, pw, ph] = random.pick(places);
    const near = kind === "clustered";
    const cx = near ? px + random.grid(-6, 6, 0.25) : random.grid(0, 300, 0.25);
    const cy = near ? py + random.grid(-6, 6, 0.25) : random.grid(0, 300, 0.25);
    const w = near ? pw + random.grid(-6, 6, 0.25) : random.grid(16, 60, 0.25);
    const h = near ? ph + random.grid(-6, 6, 0.25) : random.grid(16, 60, 0.25);
    boxes.set([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], 4 * i);
    classes[i] = random.int(0, classCount - 1);
  }
  const order = random.shuffle(Array.from({ length: n }, (_, i) => i));
  return { boxes, classes, scores: Float32Array.from(order, (rank) => (rank + 1) / (n + 1)) };
}

/** A colour picture with flat shapes, shading and noise, [height, width, 3], whole numbers 0..255. */
export function picture(height: number, width: number, seed: string): Uint8Array {
  const random = seeded(`bench/picture/${seed}`);
  const out = new Uint8Array(height * width * 3);
  const shapes = Array.from({ length: 14 }, () => ({
    x: random.between(0, width),
    y: random.between(0, height),
    rx: random.between(0.05, 0.2) * width,
    ry: random.between(0.05, 0.2) * height,
    round: random.chance(0.5),
    colour: [random.int(20, 235), random.int(20, 235), random.int(20, 235)],
  }));
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let colour = [90 + (60 * x) / width, 120 + (60 * y) / height, 150];
      for (const s of shapes) {
        const u = Math.abs(x - s.x) / s.rx;
        const v = Math.abs(y - s.y) / s.ry;
        if (s.round ? u * u + v * v < 1 : u < 1 && v < 1) colour = s.colour;
      }
      for (let c = 0; c < 3; c++, i++) out[i] = Math.min(255, Math.max(0, Math.round(colour[c] + 6 * random.normal())));
    }
  }
  return out;
}

/** n points of `dimensions` coordinates in ten Gaussian clusters. */
export function clusteredPoints(n: number, dimensions: number): Float64Array {
  const random = seeded("bench/points");
  const centres = Array.from({ length: 10 * dimensions }, () => 4 * random.normal());
  return Float64Array.from(
    { length: n * dimensions },
    (_, i) => centres[(Math.floor(i / dimensions) % 10) * dimensions + (i % dimensions)] + random.normal(),
  );
}

/** Uniform numbers in [low, high). */
export function uniform(n: number, low: number, high: number, seed: string): Float32Array {
  const random = seeded(`bench/uniform/${seed}`);
  return Float32Array.from({ length: n }, () => random.between(low, high));
}
