import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CellGrid, ClassLegend, LabelRows, NumberGrid, OptionCards, PairPanel, ReplayFrame } from ".";

const none = () => undefined;
const count = (html: string, pattern: RegExp) => (html.match(pattern) ?? []).length;

describe("CellGrid", () => {
  const html = renderToStaticMarkup(
    <CellGrid rows={2} columns={3} marked={[4]} onChange={none} label="Cells" locale="en" say={(cell) => `value ${cell}`} />,
  );

  it("is a named grid of rows with one Tab stop", () => {
    expect(html).toContain('role="grid" aria-label="Cells"');
    expect([count(html, /role="row"/g), count(html, /role="gridcell"/g), count(html, /tabindex="0"/g)]).toEqual([2, 6, 1]);
  });

  it("says of each cell where it is, what it holds and whether it is marked", () => {
    expect(html).toMatch(/data-cell="4"[^>]*aria-pressed="true"[^>]*aria-label="Row 2, column 2, value 4"/);
    expect(count(html, /aria-pressed="true"/g)).toBe(1);
  });

  it("lies over a picture where one is given", () => {
    expect(
      renderToStaticMarkup(<CellGrid rows={2} columns={2} marked={[]} onChange={none} label="x" locale="ko" picture={<i>picture</i>} />),
    ).toContain("<i>picture</i>");
  });
});

describe("NumberGrid", () => {
  it("writes numbers with their sign in rows, and strikes what was closed", () => {
    const html = renderToStaticMarkup(
      <NumberGrid columns={2} values={[1, -2, 3]} title="Signal" look={(cell) => (cell === 1 ? "closed" : "plain")} />,
    );
    expect(html).toContain("<caption");
    expect([count(html, /<tr>/g), count(html, /<td/g), count(html, /line-through/g)]).toEqual([2, 3, 1]);
    expect(html).toContain(">−2</td>");
  });
});

describe("LabelRows", () => {
  it("has a radio group for each row, none chosen while there is no label", () => {
    const html = renderToStaticMarkup(
      <LabelRows
        rows={["A", "B"].map((tag, tone) => ({ tag, name: `Anchor ${tag}`, tone }))}
        options={[
          { value: -1, label: "negative" },
          { value: 0, label: "positive" },
        ]}
        labels={[0, null]}
        onLabel={none}
        show="show"
      />,
    );
    expect([count(html, /role="radiogroup"/g), count(html, /role="radio"/g), count(html, /aria-checked="true"/g)]).toEqual([2, 4, 1]);
    expect(html).toContain('aria-label="Anchor B: show"');
  });
});

describe("OptionCards", () => {
  it("is a radio group whose cards say title and detail", () => {
    const html = renderToStaticMarkup(
      <OptionCards
        label="Which?"
        options={[
          { value: "a", title: "SSD", detail: "one stage" },
          { value: "b", title: "DETR" },
        ]}
        value={null}
        onChange={none}
      />,
    );
    expect(count(html, /role="radio"/g)).toBe(2);
    expect(html).toContain('aria-label="SSD. one stage"');
    expect(count(html, /aria-checked="true"/g)).toBe(0);
  });
});

describe("ReplayFrame", () => {
  const frame = (missteps: { id: string; at: number; label: string; spoken: string }[], start?: number) =>
    renderToStaticMarkup(
      <ReplayFrame
        captions={["one", "two", "three"]}
        locale="en"
        missteps={missteps}
        start={start}
        picture={(step) => <i>picture {step}</i>}
        below={(step) => <b>sum {step}</b>}
      />,
    );

  it("opens at the first misstep, else where it is told to, and never beyond the end", () => {
    expect(frame([{ id: "B", at: 2, label: "✗ B", spoken: "falls" }])).toContain("picture 2");
    expect(frame([], 1)).toContain("picture 1");
    expect(frame([], 99)).toContain("sum 2");
    expect(frame([])).toContain("picture 0");
  });

  it("lists the missteps, in words as well, and nothing where there are none", () => {
    const html = frame([{ id: "B", at: 2, label: "✗ B", spoken: "falls" }]);
    expect(html).toContain('aria-label="Go to a misstep"');
    expect(html).toContain('<span class="sr-only">, falls</span>');
    expect(frame([])).not.toContain("Missteps");
  });
});

describe("boxes of a crowd", () => {
  const box = (id: string, cls: "cat" | "dog", x: number) => ({ id, cls, box: [x, 0, x + 10, 10], score: 0.5 }) as const;

  it("has a legend where there are two classes or more", () => {
    expect(renderToStaticMarkup(<ClassLegend boxes={[box("A", "cat", 0), box("B", "cat", 5)]} locale="en" />)).toBe("");
    expect(renderToStaticMarkup(<ClassLegend boxes={[box("A", "cat", 0), box("B", "dog", 5)]} locale="en" />)).toContain("dog");
  });

  it("measures a pair, and says how to while there is none", () => {
    expect(renderToStaticMarkup(<PairPanel pair={null} locale="en" />)).toContain("Tap two boxes");
    const html = renderToStaticMarkup(<PairPanel pair={[box("A", "cat", 0), box("B", "cat", 5)]} threshold={0.5} locale="en" />);
    expect(html).toContain("0.333 ≤ 0.5");
    expect(html).toContain("The IoU of A and B is 0.33.");
  });
});
