import { knobsFor } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { CHANNELS, FINE, ONE } from "./looked";

/** Everything that the address carries. `channel` 0: all together; `row` and `column` 0: under the smallest object; `open` and `cut`: guessed. */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  side: 40,
  lateral: true,
  topDown: true,
  blend: false,
  channel: 0,
  row: 0,
  column: 0,
  k0: 4,
  canonical: 34,
  open: false,
  cut: false,
};

const near = ({ depth }: { readonly depth: string }) => depth !== "map";

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "탑", en: "Tower" } },
      { value: "cell", label: { ko: "칸 하나", en: "One cell" } },
      { value: "sum", label: { ko: "1×1 하나", en: "One 1×1" } },
    ],
  },
  { kind: "scene", name: "scene", count: ONE },
  {
    kind: "slider",
    name: "side",
    label: { ko: "물체의 크기", en: "Size of the object" },
    min: 12,
    max: 110,
    step: 2,
    format: (value) => `${num(value)} px`,
    when: ({ scene }) => scene === ONE,
  },
  { kind: "switch", name: "lateral", label: { ko: "옆의 지도 더하기", en: "Add the lateral map" } },
  { kind: "switch", name: "topDown", label: { ko: "내려온 지도 더하기", en: "Add what comes down" } },
  { kind: "switch", name: "blend", label: { ko: "섞어서 키운 모습(그림만)", en: "Enlarge by blending (drawing only)" } },
  {
    kind: "slider",
    name: "channel",
    label: { ko: "채널", en: "Channel" },
    min: 0,
    max: CHANNELS,
    step: 1,
    // 0: the length of all channels together.
    format: (value) => (value === 0 ? "‖·‖" : num(value)),
  },
  // 0: the cell under the smallest object.
  {
    kind: "slider",
    name: "row",
    label: { ko: "줄 (위에서)", en: "Row from the top" },
    min: 0,
    max: FINE,
    step: 1,
    format: (value) => (value === 0 ? "auto" : num(value)),
    when: near,
  },
  {
    kind: "slider",
    name: "column",
    label: { ko: "칸 (왼쪽에서)", en: "Column from the left" },
    min: 0,
    max: FINE,
    step: 1,
    format: (value) => (value === 0 ? "auto" : num(value)),
    when: near,
  },
  { kind: "slider", name: "k0", label: { ko: "기준 레벨", en: "Reference level" }, symbol: "k0", min: 2, max: 6, step: 1 },
  {
    kind: "slider",
    name: "canonical",
    label: { ko: "기준 크기", en: "Reference size" },
    symbol: "c",
    min: 28,
    max: 448,
    step: 2,
    format: (value) => `${num(value)} px`,
  },
]);
