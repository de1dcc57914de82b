import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { rewrite, textChange } from "./textChange";

describe("the change between two texts", () => {
  it("is what lies between what they share", () => {
    expect(textChange("a box", "a big box")).toEqual({ at: 3, removed: 0, added: "ig b" });
    expect(textChange("하나 둘", "하나")).toEqual({ at: 2, removed: 2, added: "" });
    expect(textChange("same", "same")).toBeNull();
  });

  it("turns one into the other, and cuts no sign in two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
        const text = new Y.Doc().getText("text");
        text.insert(0, before);
        rewrite(text, after);
        expect(text.toString()).toBe(after);
        const change = textChange(before, after);
        expect(change === null || !/\p{Surrogate}/u.test(change.added)).toBe(true);
      }),
    );
  });

  it("leaves alone what others write elsewhere meanwhile", () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    here.getText("text").insert(0, "one\ntwo\nthree\n");
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    rewrite(here.getText("text"), "one\n2\nthree\n");
    there.getText("text").insert(0, "zero\n");
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    expect(here.getText("text").toString()).toBe("zero\none\n2\nthree\n");
  });
});
