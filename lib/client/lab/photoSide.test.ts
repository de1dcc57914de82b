import { expect, it } from "vitest";
import { photoSideOf } from "./photoSide";

const laptop = { width: 1440, height: 900 };

it.each([
  ["a laptop", { screen: laptop }, 512],
  ["a laptop with 8 GB", { deviceMemory: 8, screen: laptop }, 512],
  ["a laptop with 4 GB", { deviceMemory: 4, screen: laptop }, 384],
  ["a phone that does not say", { screen: { width: 390, height: 844 } }, 384],
  ["a phone on its side, with 8 GB", { deviceMemory: 8, screen: { width: 844, height: 390 } }, 384],
  ["a tablet", { screen: { width: 768, height: 1024 } }, 512],
])("%s", (_, device, side) => {
  expect(photoSideOf(device)).toBe(side);
});
