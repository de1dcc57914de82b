import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Bars, binsOf, Histogram, LinePlot, ScatterPlot } from ".";
import { DataTable, MOST_ROWS } from "./DataTable";

const x = { label: "Epoch" };
const y = { label: "Loss" };
const count = (html: string, pattern: RegExp) => (html.match(pattern) ?? []).length;

describe("LinePlot", () => {
  const series = [
    {
      id: "a",
      label: "train",
      tone: 0,
      points: [
        { x: 1, y: 4 },
        { x: 2, y: NaN },
        { x: 3, y: 1 },
      ],
    },
    {
      id: "b",
      label: "test",
      tone: 1,
      points: [
        { x: 1, y: 5 },
        { x: 3, y: 2 },
      ],
    },
  ];
  const html = renderToStaticMarkup(
    <LinePlot title="Training" x={x} y={y} series={series} guides={[{ axis: "y", at: 2, label: "goal" }]} locale="en" />,
  );

  it("has a dot where a line has come to, also before there is a line", () => {
    const dots = (reached?: { x: number; y: number; tone: number }) =>
      count(renderToStaticMarkup(<LinePlot title="PR" x={x} y={y} series={[]} reached={reached} locale="en" />), /<circle/g);
    expect([dots(), dots({ x: 0, y: 0, tone: 0 }), dots({ x: 0, y: NaN, tone: 0 })]).toEqual([0, 1, 0]);
  });

  it("has a title, both axes, a legend, a guide and a button for the table", () => {
    for (const text of ["Training", "Epoch", "Loss", "train", "test", "goal", "Show as a table"]) expect(html).toContain(text);
    expect(html).toMatch(/role="group" tabindex="0"[^>]*aria-label="Training"/);
  });

  it("leaves a gap where a value is missing, and tells lines apart without colour", () => {
    const paths = [...html.matchAll(/d="(M[^"]*)"[^>]*stroke="var\(--box-(\d)\)"/g)];
    expect(paths.map(([, , tone]) => tone)).toEqual(["0", "1"]);
    expect(count(paths[0][1], /M/g)).toBe(2);
    expect(count(paths[1][1], /M/g)).toBe(1);
    expect(html).toContain('stroke-dasharray="12 6"');
  });

  it("shows an empty plot where there is nothing", () => {
    expect(renderToStaticMarkup(<LinePlot title="None" x={x} y={y} series={[]} locale="ko" />)).toContain("표로 보기");
  });
});

describe("ScatterPlot", () => {
  it("draws a sign for each point that its axes can show", () => {
    const html = renderToStaticMarkup(
      <ScatterPlot
        title="Cost"
        x={{ label: "Cost", scale: "log" }}
        y={{ label: "mAP" }}
        groups={[
          {
            id: "g",
            label: "one stage",
            tone: 2,
            points: [
              { x: 10, y: 0.5, label: "SSD" },
              { x: 0, y: 0.6, label: "none" },
            ],
          },
        ]}
        locale="en"
      />,
    );
    expect(count(html, /transform="translate/g)).toBe(1);
  });
});

describe("Histogram", () => {
  it("draws a bar for each bin", () => {
    const html = renderToStaticMarkup(
      <Histogram
        title="IoUs"
        x={{ label: "IoU" }}
        y={{ label: "pairs" }}
        bins={binsOf([0.1, 0.2, 0.9], 5, [0, 1])}
        lit={(bin) => bin.from >= 0.5}
        locale="en"
      />,
    );
    expect(count(html, /fill="var\(--box-0\)"/g)).toBe(5);
    expect(count(html, /fill-opacity="0.85"/g)).toBe(2);
  });
});

describe("DataTable", () => {
  it("names rows and columns, and says how many rows are not shown", () => {
    const rows = Array.from({ length: MOST_ROWS + 3 }, (_, i) => [`row ${i}`, String(i)]);
    const html = renderToStaticMarkup(<DataTable caption="Data" columns={["name", "value"]} rows={rows} locale="en" />);
    expect([count(html, /scope="col"/g), count(html, /scope="row"/g)]).toEqual([2, MOST_ROWS]);
    expect(html).toContain("3 more are not shown");
  });
});

describe("Bars", () => {
  it("says each amount beside its bar", () => {
    const html = renderToStaticMarkup(
      <Bars
        label="Cost"
        bars={[
          { id: "a", title: "SSD", value: 10, text: "10 M" },
          { id: "b", title: "DETR", value: 5, text: "5 M" },
        ]}
        marked="a"
      />,
    );
    expect(html).toContain("10 M");
    expect(html).toContain("width:50%");
    expect(html).toContain("width:100%");
  });
});
