import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { knobsFor } from "@/lib/ui/simulation";
import { CHANNELS, PROPOSALS, SCENES } from "./mapped";
import { MOVES } from "./pooling";

/** A RoI of each scene, to begin with: an object's true box. */
export const FIRST_ROI: readonly BoxXYXY[] = [
  [40, 66, 81, 98],
  [42, 0, 95, 43],
  [40, 62, 92, 96],
  [36, 34, 93, 92],
  [10, 63, 46, 93],
  [33, 13, 70, 44],
];

const [x1, y1, x2, y2] = FIRST_ROI[0];

/** Everything that the address carries. The RoI before it is moved, the bin that is looked at, and whether the guess is open. */
export const DEFAULTS = {
  scene: 1,
  depth: "map",
  x1,
  y1,
  x2,
  y2,
  move: 0,
  bins: 3,
  bin: 0,
  channel: 1,
  way: "max",
  proposals: false,
  nth: 0,
  guess: "",
  open: false,
};

export const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "map", label: { ko: "지도", en: "Map" } },
      { value: "bin", label: { ko: "구획 하나", en: "One bin" } },
      { value: "corner", label: { ko: "모서리 계산", en: "Corners" } },
    ],
  },
  { kind: "scene", name: "scene", count: SCENES },
  {
    kind: "choice",
    name: "way",
    label: { ko: "지도에 그릴 것", en: "Drawn on the map" },
    options: [
      { value: "max", label: { ko: "RoI 풀링", en: "RoI pooling" } },
      { value: "align", label: { ko: "RoIAlign", en: "RoIAlign" } },
    ],
  },
  { kind: "slider", name: "move", label: { ko: "오른쪽으로 옮기기", en: "Move to the right" }, unit: "px", min: 0, max: MOVES, step: 1 },
  { kind: "slider", name: "bins", label: { ko: "한 변의 구획 수", en: "Bins along a side" }, min: 2, max: 7, step: 1 },
  { kind: "slider", name: "channel", label: { ko: "채널, 강한 것부터", en: "Channel, strongest first" }, min: 1, max: CHANNELS, step: 1 },
  { kind: "switch", name: "proposals", label: { ko: "후보 모두 보기", en: "Show all proposals" } },
  {
    kind: "slider",
    name: "nth",
    label: { ko: "RoI로 삼을 후보의 번호", en: "Number of the proposal to be the RoI" },
    min: 0,
    max: PROPOSALS,
    step: 1,
    when: ({ proposals }) => proposals,
  },
]);
