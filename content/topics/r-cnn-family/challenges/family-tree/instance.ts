/** What is asked of which pipelines, and what a list of labels is worth. */
import { LEARNT, MEMBERS, runsOf, type MemberName, type Part, type Pipeline, type Runs } from "../../pipeline";

/**
 * What a part does in a pipeline: nothing (it is not there), works once a picture, or once a proposal; or, asked what is learnt: it has
 * no weights, or weights that are learnt. With several pictures there are two more counts to choose from: one for all, one a proposal of
 * a single picture.
 */
export const LABELS = ["none", "one", "picture", "each", "proposal", "fixed", "learnt"] as const;
export type Label = (typeof LABELS)[number];

export const MOST_PARTS = 7;

/** A pipeline under its name, or laid open in pieces. */
export interface Column {
  readonly name: MemberName | null;
  readonly pipeline: Pipeline;
}

export type Asks = "runs" | "learnt";

/** One question about one pipeline: a list of labels. */
export interface Sheet {
  readonly column: number;
  readonly asks: Asks;
}

export interface View {
  readonly columns: readonly Column[];
  readonly sheets: readonly Sheet[];
  readonly parts: readonly Part[];
  /** Pictures, and proposals of each; null: one picture, and no numbers. */
  readonly batch: { readonly pictures: number; readonly proposals: number } | null;
}

/** A list for each sheet, an entry a part; null while it has no label. */
export interface Answer {
  readonly labels: readonly (readonly (Label | null)[])[];
}

/** How somebody thinks of pipelines: the truth, or with something wrong. */
export interface Mind {
  readonly runs: (pipeline: Pipeline, part: Part) => Runs;
  readonly learnt: (part: Part) => boolean;
}

export const RIGHT: Mind = { runs: runsOf, learnt: (part) => LEARNT[part] };

export function labelOf({ runs, learnt }: Mind, pipeline: Pipeline, part: Part, asks: Asks): Label {
  const how = runs(pipeline, part);
  return asks === "runs" || how === "none" ? how : learnt(part) ? "learnt" : "fixed";
}

/** The labels by any way of thinking, a list for each sheet. */
export const labelled = ({ columns, sheets, parts }: View, mind: Mind): Label[][] =>
  sheets.map(({ column, asks }) => parts.map((part) => labelOf(mind, columns[column].pipeline, part, asks)));

export const truthOf = (view: View): Label[][] => labelled(view, RIGHT);

/** What may be said on a sheet. */
export const optionsOf = ({ batch }: Pick<View, "batch">, asks: Asks): readonly Label[] =>
  asks === "learnt"
    ? ["none", "fixed", "learnt"]
    : batch
      ? ["none", "one", "picture", "each", "proposal"]
      : ["none", "picture", "proposal"];

/** The number behind a label where several pictures are looked at. */
export function countOf({ pictures, proposals }: NonNullable<View["batch"]>, label: Label): number {
  const counts: Partial<Record<Label, number>> = { one: 1, picture: pictures, each: proposals, proposal: pictures * proposals };
  return counts[label] ?? 0;
}

/** What a wrong line takes away again: as many right ones. */
export const PENALTY = 2;

/** A line is right when all its labels are; PENALTY right ones are taken for each that is wrong. */
export function pointsOf(truth: readonly (readonly Label[])[], { labels }: Answer): { readonly earned: number; readonly total: number } {
  const total = truth[0].length;
  const right = truth[0].filter((_, part) => truth.every((list, sheet) => labels[sheet]?.[part] === list[part])).length;
  const open = truth[0].filter((_, part) => truth.every((_list, sheet) => (labels[sheet]?.[part] ?? null) === null)).length;
  return { earned: Math.max(0, right - PENALTY * (total - right - open)), total };
}

/** The member that a pipeline is; null for one that no paper of the three has. */
export const memberOf = ({ proposals, features, judge, box }: Pipeline): MemberName | null =>
  (Object.keys(MEMBERS) as MemberName[]).find((name) => {
    const member = MEMBERS[name];
    return member.proposals === proposals && member.features === features && member.judge === judge && member.box === box;
  }) ?? null;
