/** What a pipeline of exchanged pieces multiplies, place by place. */
import { MEMBER_NAMES, MEMBERS, type MemberName, type Pipeline } from "./pipeline";
import type { Costs, Ran } from "./ran";

export type Place = "proposals" | "features" | "judge";
export const PLACES: readonly Place[] = ["proposals", "features", "judge"];

/** Two of the pieces: where proposals come from, and what the convolutions look at. The simulation exchanges these. */
export type Chosen = Pick<Pipeline, "proposals" | "features">;

/** The member that these pieces make; null for crops of an RPN's proposals, which no paper of the three has. */
export const memberOfPieces = (chosen: Chosen): MemberName | null =>
  MEMBER_NAMES.find((name) => MEMBERS[name].proposals === chosen.proposals && MEMBERS[name].features === chosen.features) ?? null;

/** Multiplications at each place for n proposals. Selective search compares and merges: it has none to count. */
export function multiplicationsOf(
  { proposals, features }: Chosen,
  n: number,
  { map, rpn, crop, head }: Costs,
): Readonly<Record<Place, number>> {
  // An RPN reads a map, also where the proposals are cropped afterwards. A crop's cost has its verdict in it.
  const maps = features === "map" || proposals === "rpn" ? map : 0;
  return {
    proposals: proposals === "rpn" ? rpn : 0,
    features: maps + (features === "crops" ? n * crop : 0),
    judge: features === "map" ? n * head : 0,
  };
}

export const totalOf = (places: Readonly<Record<Place, number>>): number => PLACES.reduce((sum, place) => sum + places[place], 0);

/** The proposals that pieces work with: an RPN's, or selective search's. */
export const proposalsOf = ({ runs }: Ran, { proposals }: Chosen) => runs[proposals === "rpn" ? "faster-r-cnn" : "fast-r-cnn"].proposals;

/** Everybody's total for at most `most` proposals. */
export const totals = (ran: Ran, most: number): Readonly<Record<MemberName, number>> =>
  Object.fromEntries(
    MEMBER_NAMES.map((name) => [
      name,
      totalOf(multiplicationsOf(MEMBERS[name], Math.min(most, proposalsOf(ran, MEMBERS[name]).length), ran.costs)),
    ]),
  ) as Record<MemberName, number>;
