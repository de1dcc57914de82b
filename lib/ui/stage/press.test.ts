import { describe, expect, it } from "vitest";
import { isTap, pressOf } from "./press";

const at = (clientX: number, clientY: number, more = {}) => ({ pointerId: 1, isPrimary: true, button: 0, clientX, clientY, ...more });

describe("a tap", () => {
  it("is pressed and released at one place", () => {
    expect(isTap(pressOf(at(100, 50)), at(100, 50))).toBe(true);
    expect(isTap(pressOf(at(100, 50)), at(108, 44))).toBe(true);
  });

  it.each([
    ["a pointer that was pressed elsewhere", null, at(100, 50)],
    ["the menu's button", pressOf(at(100, 50, { button: 2 })), at(100, 50, { button: 2 })],
    ["the menu's button after the main one", pressOf(at(100, 50)), at(100, 50, { button: 2 })],
    ["a second finger", pressOf(at(100, 50, { isPrimary: false })), at(100, 50, { isPrimary: false })],
    ["another finger than the one pressed", pressOf(at(100, 50)), at(100, 50, { pointerId: 2 })],
    ["a drag to another box", pressOf(at(100, 50)), at(160, 50)],
  ])("is not %s", (_, press, up) => expect(isTap(press, up)).toBe(false));
});
