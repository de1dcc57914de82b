import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { heldBy, type Belief, type Form, type QuestionBase, type QuestionTruth, type QuestionView } from "../contract";

export interface HotspotPicture {
  /** Address on this site. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

export interface HotspotRegion {
  /** Pixels of the picture; its edges belong to it. */
  readonly box: BoxXYXY;
  readonly right: boolean;
  /** Held by whoever points here. */
  readonly misconception?: string;
}

/** A spot to point at in a picture that somebody brought. Nothing on it tells where. */
export interface HotspotQuestion extends QuestionBase<"hotspot"> {
  readonly prompt: Text;
  readonly picture: HotspotPicture;
  /** What the picture shows, for who cannot see it, without saying where. */
  readonly caption: Text;
  readonly regions: readonly HotspotRegion[];
  readonly explanation: Text;
}

export interface HotspotView extends QuestionView<"hotspot"> {
  readonly picture: HotspotPicture;
  readonly caption: Text;
}

export interface HotspotTruth extends QuestionTruth {
  /** Any of them is right. */
  readonly targets: readonly BoxXYXY[];
  readonly wrong: readonly Belief<BoxXYXY>[];
}

export interface HotspotAnswer {
  /** Pixels of the picture. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

const SIDE = 10_000;
const side = z.number().min(0).max(SIDE);

const inside = ({ x, y }: { readonly x: number; readonly y: number }, [x1, y1, x2, y2]: BoxXYXY): boolean =>
  x >= x1 && x <= x2 && y >= y1 && y <= y2;

/** All or nothing: 100 in a region that is right, otherwise 0. Where two regions lie over each other, the right one counts. */
export const hotspot: Form<HotspotQuestion, HotspotView, HotspotTruth, HotspotAnswer> = {
  form: "hotspot",
  schema: z.strictObject({ at: z.strictObject({ x: side, y: side }).nullable() }),
  draw: ({ prompt, picture, caption, regions, explanation }) => ({
    view: { form: "hotspot", prompt, picture, caption },
    truth: {
      targets: regions.filter(({ right }) => right).map(({ box }) => box),
      wrong: regions.flatMap(({ box, right, misconception }) =>
        right || misconception === undefined ? [] : [{ misconception, said: box }],
      ),
      explanation,
    },
  }),
  empty: () => ({ at: null }),
  check: ({ picture }, { at }) =>
    at !== null && at.x <= picture.width && at.y <= picture.height
      ? { ready: true }
      : { ready: false, missing: { ko: "그림에서 한 곳을 짚어요", en: "Point at a spot in the picture" } },
  solve: ({ truth: { targets } }) => ({ at: { x: (targets[0][0] + targets[0][2]) / 2, y: (targets[0][1] + targets[0][3]) / 2 } }),
  grade({ truth }, { at }) {
    const right = at !== null && truth.targets.some((box) => inside(at, box));
    return { score: right ? 100 : 0, misconceptions: right || at === null ? [] : heldBy(truth.wrong, (box) => inside(at, box)) };
  },
  // The card draws the region where it lies.
  reveal: () => null,
};
