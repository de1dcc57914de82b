import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { heldBy, type Belief, type Form, type QuestionBase, type QuestionTruth, type QuestionView } from "../contract";
import { randomOf } from "../draw";
import { slug } from "../slug";
import type { Random } from "@/lib/engine/random";

/** A box on the picture that can be pointed at. */
export interface PlaceBox {
  readonly id: string;
  /** Pixels of the picture. */
  readonly box: BoxXYXY;
  /** On its tag: "A", "dog .92". */
  readonly label: string;
  /** What a screen reader says of it, with all that the eye could tell: "A, score .92, upper left". */
  readonly said: Text;
}

/** Boxes on a picture of `width` × `height` pixels; `fixed` ones are only drawn (a ground truth, a map's cell). */
export interface BoxPicture {
  readonly kind: "boxes";
  readonly width: number;
  readonly height: number;
  readonly places: readonly PlaceBox[];
  readonly fixed: readonly PlaceBox[];
}

/** Cells of a small grid, row by row; the place of cell i is called String(i). */
export interface GridPicture {
  readonly kind: "grid";
  readonly rows: number;
  readonly columns: number;
  /** What stands in each cell; "" for nothing. */
  readonly cells: readonly string[];
}

export interface PointAsk {
  readonly prompt: Text;
  /** What the picture shows, for a screen reader, without saying what is right. */
  readonly picture: BoxPicture | GridPicture;
  readonly caption: Text;
  /** Id of the place that is meant. */
  readonly target: string;
  readonly wrong: readonly Belief<string>[];
  readonly explanation: Text;
}

/** A place to point at, in a picture that is drawn anew for each review. */
export interface PointQuestion extends QuestionBase<"point"> {
  readonly asks: (random: Random) => PointAsk;
}

export interface PointView extends QuestionView<"point"> {
  readonly picture: BoxPicture | GridPicture;
  readonly caption: Text;
}

export interface PointTruth extends QuestionTruth {
  readonly target: string;
  readonly wrong: readonly Belief<string>[];
}

export interface PointAnswer {
  readonly place: string | null;
}

const MISSING: Readonly<Record<PointView["picture"]["kind"], Text>> = {
  boxes: { ko: "그림에서 한 곳을 골라요", en: "Choose a place in the picture" },
  grid: { ko: "칸을 골라요", en: "Choose a cell" },
};

/** The places of a picture, by id. */
export const placesOf = (picture: PointView["picture"]): readonly string[] =>
  picture.kind === "grid" ? picture.cells.map((_, i) => String(i)) : picture.places.map(({ id }) => id);

/** One place is right: all or nothing. At least four places, so that a guess is rarely right. */
export const point: Form<PointQuestion, PointView, PointTruth, PointAnswer> = {
  form: "point",
  schema: z.strictObject({ place: slug.nullable() }),
  draw({ asks }, seed) {
    const { prompt, picture, caption, target, wrong, explanation } = asks(randomOf(seed, "asks"));
    return { view: { form: "point", prompt, picture, caption }, truth: { target, wrong, explanation } };
  },
  empty: () => ({ place: null }),
  check: ({ picture }, { place }) =>
    place !== null && placesOf(picture).includes(place) ? { ready: true } : { ready: false, missing: MISSING[picture.kind] },
  solve: ({ truth }) => ({ place: truth.target }),
  grade: ({ truth }, { place }) => ({
    score: place === truth.target ? 100 : 0,
    misconceptions: place === truth.target ? [] : heldBy(truth.wrong, (said) => said === place),
  }),
  // A cell is told by where it is, a box by the letter on it.
  reveal({ view: { picture }, truth }) {
    const place = picture.kind === "boxes" ? picture.places.find(({ id }) => id === truth.target) : undefined;
    return place ? { ko: place.label, en: place.label } : null;
  },
};
