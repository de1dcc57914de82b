import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handlesOf, keptText, mentionedIn, piecesOf, typedText } from "./mentions";

const id = (n: number) => `m${String(n).padStart(23, "0")}`;
const people = [
  { id: id(1), name: "아라" },
  { id: id(2), name: "Ara" },
  { id: id(3), name: "Ara Kim" },
  { id: id(4), name: "아라" },
];
const handles = handlesOf(people);

describe("mentions", () => {
  it("keep who somebody is in place of their name, and find the name again", () => {
    const kept = keptText("@아라님, @Ara Kim 보세요 @Ara", handles);
    expect(kept).toBe(`@${id(1)}님, @${id(3)} 보세요 @${id(2)}`);
    expect(mentionedIn(kept)).toEqual([id(1), id(3), id(2)]);
    expect(typedText(kept, handles)).toBe("@아라님, @Ara Kim 보세요 @Ara");
  });

  it("tell two of one name apart", () => {
    expect(handles.map(({ name }) => name)).toEqual(["아라", "Ara", "Ara Kim", "아라(2)"]);
    expect(mentionedIn(keptText("@아라(2)", handles))).toEqual([id(4)]);
  });

  it("are no part of longer words, and each counts once", () => {
    expect(mentionedIn(`@${id(1)}x @${"a".repeat(25)} a@b.kr @${id(2)} @${id(2)}`)).toEqual([id(2)]);
    expect(keptText("@Arabesque", handles)).toBe(`@${id(2)} besque`);
  });

  it("lose no letter of what stands around them", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...people.map((each) => `@${each.id} `)))), (parts) => {
        const text = parts.join("");
        expect(
          piecesOf(text)
            .map((piece) => (typeof piece === "string" ? piece : `@${piece.member}`))
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
