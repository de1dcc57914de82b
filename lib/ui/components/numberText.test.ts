import { describe, expect, it } from "vitest";
import { isTyped, plainNumber, typedThousand } from "./numberText";

describe("plainNumber", () => {
  it("reads what was pasted as it would be typed", () => {
    const read = ["0,28", ",5", " 4 ", "\n12\t", "−3", "+7", "-0.50", "1.", "1,5"].map((text) => plainNumber(text));
    expect(read).toEqual(["0.28", ".5", "4", "12", "-3", "7", "-0.50", "1.", "1.5"]);
  });
  it("takes the field's own unit away, and no other", () => {
    expect([plainNumber("28%", "%"), plainNumber(" 28 % ", "%"), plainNumber("12 px", "px")]).toEqual(["28", "28", "12"]);
    expect([plainNumber("28%"), plainNumber("28%", "px"), plainNumber("%", "%")]).toEqual([null, null, null]);
  });
  it("reads the wide digits of an East Asian input method, and no likeness of a digit", () => {
    expect(["１２", "０．５", "－３", "１２，５", "　７　"].map((text) => plainNumber(text))).toEqual(["12", "0.5", "-3", "12.5", "7"]);
    expect([plainNumber("２８％", "%"), plainNumber("10²"), plainNumber("½"), plainNumber("①")]).toEqual(["28", null, null, null]);
  });
  it("does not decide whether 1,000 is a thousand or one", () => {
    expect(["1,000", "-12,345", "123,456", "１，０００"].filter((text) => plainNumber(text) !== null)).toEqual([]);
    expect(["0,125", "1,25", "1234,567", "1,0000"].map((text) => plainNumber(text))).toEqual(["0.125", "1.25", "1234.567", "1.0000"]);
    expect(["1.000", "12.345", "0.125", "1.25", "1000", "1."].map(typedThousand)).toEqual(["1,000", "12,345", null, null, null, null]);
  });
  it("makes no number of what is none", () => {
    const texts = ["", " ", "abc", "1/4", "1,234.5", "1,234,5", "1 2", "3e4", "--1", ".", "-", "12a"];
    expect(texts.filter((text) => plainNumber(text) !== null)).toEqual([]);
  });
});

describe("isTyped", () => {
  it("lets a number stand half typed", () => {
    expect(["", "-", ".", "12.", "-0.5"].every(isTyped)).toBe(true);
    expect(["0,28", " 4", "a", "1/4", "1.2.3"].some(isTyped)).toBe(false);
  });
});
