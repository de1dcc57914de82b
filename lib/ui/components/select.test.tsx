import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxGroup, Segmented, Select, ToggleChip } from ".";

const none = () => undefined;
const options = [
  { value: "a", label: "Alpha" },
  { value: "b", label: "Beta" },
];

describe("Select", () => {
  const html = (value: string | null) =>
    renderToStaticMarkup(<Select label="Error" options={options} value={value} onChange={none} placeholder="choose" />);

  it("is a list with a name, and shows its placeholder while nothing is chosen", () => {
    const [, id] = /<label for="([^"]+)"/.exec(html(null)) ?? [];
    expect(html(null)).toContain(`<select id="${id}"`);
    expect(html(null)).toContain('<option value="" selected="">choose</option>');
    expect(html("b")).toContain('<option value="b" selected="">Beta</option>');
  });

  it("does not let a choice be taken back to none", () => {
    expect(html("b")).toContain('<option value="" disabled="">choose</option>');
  });
});

describe("Segmented", () => {
  it("has no radio chosen while its value is null", () => {
    const html = (value: string | null) => renderToStaticMarkup(<Segmented label="x" options={options} value={value} onChange={none} />);
    expect(html(null)).not.toContain('aria-checked="true"');
    expect(html("a").match(/aria-checked="true"/g)).toHaveLength(1);
  });
});

describe("CheckboxGroup and ToggleChip", () => {
  it("name their group and their state", () => {
    const group = renderToStaticMarkup(
      <CheckboxGroup label="Scales" options={[{ key: "64", label: "64", checked: true, onChange: none }]} />,
    );
    expect(group).toContain(">Scales</legend>");
    expect(group).toContain('aria-checked="true"');
    expect(
      renderToStaticMarkup(
        <ToggleChip on label="64 px" onToggle={none}>
          x
        </ToggleChip>,
      ),
    ).toContain('aria-pressed="true"');
  });
});
