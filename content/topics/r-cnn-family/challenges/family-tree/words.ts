/** What labels and pipelines are called, and why a part has its label. */
import type { Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { PART_NAMES, runsOf, TITLES, type Part, type Pipeline } from "../../pipeline";
import { countOf, labelOf, RIGHT, type Asks, type Column, type Label, type View } from "./instance";

const NAMES: Readonly<Record<Label, Text>> = {
  none: { ko: "없어요", en: "not there" },
  one: { ko: "1", en: "1" },
  picture: { ko: "그림마다", en: "a picture" },
  each: { ko: "", en: "" },
  proposal: { ko: "후보마다", en: "a proposal" },
  fixed: { ko: "안 배워요", en: "not learnt" },
  learnt: { ko: "배워요", en: "learnt" },
};

/** As they stand at the end of a reason. */
const SAID: Partial<Readonly<Record<Label, Text>>> = {
  picture: { ko: "그림마다 한 번", en: "once a picture" },
  proposal: { ko: "후보마다 한 번", en: "once a proposal" },
};

/** What a label says: with several pictures a number. */
export const labelName = ({ batch }: Pick<View, "batch">, label: Label): Text => {
  if (!batch) return NAMES[label];
  const count = num(countOf(batch, label));
  return { ko: count, en: count };
};

/** "Pipeline A", or the paper's name. */
export const columnName = ({ columns }: Pick<View, "columns">, at: number): Text => {
  const { name } = columns[at];
  return name ? { ko: TITLES[name], en: TITLES[name] } : { ko: "섞은 검출기", en: "The mixed detector" };
};

/** The pieces of a pipeline, place by place. */
export function piecesOf({ proposals, features, judge, box }: Pipeline): readonly { readonly place: Text; readonly piece: Text }[] {
  return [
    {
      place: { ko: "후보", en: "Proposals" },
      piece: proposals === "search" ? PART_NAMES.search : { ko: "앵커와 RPN", en: "Anchors and RPN" },
    },
    {
      place: { ko: "특징", en: "Features" },
      piece: features === "crops" ? { ko: "후보를 잘라서", en: "From each crop" } : { ko: "온 그림의 지도에서", en: "From one map" },
    },
    { place: { ko: "판정", en: "Judged by" }, piece: PART_NAMES[judge] },
    { place: PART_NAMES.box, piece: box ? { ko: "해요", en: "Yes" } : { ko: "안 해요", en: "No" } },
  ];
}

/** What a sheet asks, for the switch above the list. */
export function sheetName(view: Pick<View, "columns" | "sheets">, at: number): Text {
  const { column, asks } = view.sheets[at];
  if (view.columns.length > 1) return columnName(view, column);
  return asks === "runs" ? { ko: "몇 번 일하나", en: "How often" } : { ko: "배우나", en: "Learnt?" };
}

const WHY: Readonly<Record<Part, (pipeline: Pipeline) => Text>> = {
  search: ({ proposals }) =>
    proposals === "search"
      ? {
          ko: "그림을 한 번 훑어 후보를 모두 내요. 규칙뿐이라 배우지 않아요.",
          en: "It goes over the picture once and gives all proposals. It follows rules and learns nothing.",
        }
      : { ko: "후보는 RPN이 내요.", en: "Proposals come from the RPN." },
  rpn: ({ proposals }) =>
    proposals === "rpn"
      ? {
          ko: "특징 지도 전체를 한 번 지나며 모든 앵커의 점수를 함께 내요. 합성곱이라 배워요.",
          en: "It passes over the whole map once and scores all anchors together. It is made of convolutions, which are learnt.",
        }
      : { ko: "후보는 선택적 탐색이 내요.", en: "Proposals come from selective search." },
  anchors: ({ proposals }) =>
    proposals === "rpn"
      ? {
          ko: "그림의 크기만으로 정해져서 그림마다 한 번 놓아요. 배우지 않아요.",
          en: "They follow from the picture's size and are laid once for it. Nothing is learnt.",
        }
      : { ko: "앵커는 RPN이 쓰는 것이에요.", en: "Anchors belong to the RPN." },
  warp: ({ features }) =>
    features === "crops"
      ? {
          ko: "후보마다 그림을 잘라 같은 크기로 눌러요. 배울 것이 없어요.",
          en: "Each proposal is cut out of the picture and warped to one size. There is nothing to learn.",
        }
      : { ko: "그림은 자르지 않아요. 지도에서 잘라요.", en: "No picture is cropped; cells are cut out of the map." },
  conv: ({ features }) =>
    features === "crops"
      ? {
          ko: "잘라 낸 후보마다 처음부터 지나가요. 가중치를 배워요.",
          en: "Every crop passes from the first layer on. The weights are learnt.",
        }
      : { ko: "온 그림이 한 번만 지나가요. 가중치를 배워요.", en: "The whole picture passes just once. The weights are learnt." },
  pool: ({ features }) =>
    features === "map"
      ? {
          ko: "후보마다 지도에서 자리를 잘라 최댓값을 남겨요. 가중치가 없어서 배우지 않아요.",
          en: "For each proposal cells are cut out of the map and maxima kept. It has no weights to learn.",
        }
      : { ko: "자를 지도가 없어요. 그림을 잘라요.", en: "There is no map to cut from; the picture is cropped." },
  dense: () => ({
    ko: "후보의 특징마다 따로 지나가요. 가중치를 배워요.",
    en: "Each proposal's features pass through them. The weights are learnt.",
  }),
  svm: ({ judge }) =>
    judge === "svm"
      ? {
          ko: "후보마다 판정해요. 특징이 정해진 뒤에 따로 배워요.",
          en: "They judge each proposal. They are learnt apart, once the features stand.",
        }
      : { ko: "판정은 소프트맥스가 해요.", en: "Softmax is what judges." },
  softmax: ({ judge }) =>
    judge === "softmax"
      ? {
          ko: "후보마다 클래스의 확률을 내요. 다른 층과 함께 배워요.",
          en: "It gives each proposal's probabilities. It is learnt with the other layers.",
        }
      : { ko: "판정은 SVM이 해요.", en: "SVMs are what judges." },
  box: ({ box }) =>
    box
      ? {
          ko: "후보마다 상자를 옮길 양을 내요. 가중치를 배워요.",
          en: "It says how far to move each proposal's box. Its weights are learnt.",
        }
      : { ko: "이 검출기는 상자를 옮기지 않아요.", en: "This detector leaves boxes as they are." },
};

/** A part's label on a sheet, in words. */
const said = (view: Pick<View, "batch">, pipeline: Pipeline, part: Part, asks: Asks): Text => {
  const label = labelOf(RIGHT, pipeline, part, asks);
  if (!view.batch || asks === "learnt") return SAID[label] ?? NAMES[label];
  const { pictures, proposals } = view.batch;
  const count = num(countOf(view.batch, label));
  const sum = label === "proposal" ? `${pictures} × ${num(proposals)} = ${count}` : count;
  return { ko: `${sum}번`, en: count === "1" ? "once" : `${sum} times` };
};

/** Why a part has its label in a column, with the label at the end. */
export function reasonOf(view: Pick<View, "batch" | "columns" | "sheets">, at: number, part: Part): Text {
  const { pipeline }: Column = view.columns[at];
  const why = WHY[part](pipeline);
  const asked = view.sheets.filter(({ column }) => column === at);
  const ends = asked.map(({ asks }) => said(view, pipeline, part, asks));
  const none = runsOf(pipeline, part) === "none";
  const start: Text =
    view.columns.length > 1 ? { ko: `${columnName(view, at).ko}: `, en: `${columnName(view, at).en}: ` } : { ko: "", en: "" };
  const end = (locale: keyof Text) => (none && !view.batch ? ends[0][locale] : ends.map((each) => each[locale]).join(", "));
  return { ko: `${start.ko}${why.ko} → ${end("ko")}`, en: `${start.en}${why.en} → ${end("en")}` };
}
