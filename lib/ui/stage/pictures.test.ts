import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { picturesOf } from "./pictures";

it("a view's drawings are known before its board is rendered, each once", () => {
  const { view } = challenge.generate("a seed", 5);
  const pictures = picturesOf({ ...view, sprites: [...view.sprites, ...view.sprites] });
  expect(pictures).toEqual([...new Set(view.sprites.map(({ cls }) => `/scenery/${cls}.svg`))]);
  expect(pictures.length).toBeGreaterThan(0);
  for (const path of pictures) expect(existsSync(`public${path}`), path).toBe(true);
});

it("a view without drawings, and what is none, names no address", () => {
  for (const view of [null, 3, {}, { sprites: "dog" }, { sprites: [{ cls: "../secret" }, { cls: 3 }, null] }])
    expect(picturesOf(view)).toEqual([]);
});
