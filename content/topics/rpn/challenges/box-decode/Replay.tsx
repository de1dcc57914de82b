"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { ReplayFrame } from "@/lib/ui/boards";
import { Sum, type SumLine } from "@/lib/ui/simulation";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { letter, num } from "@/lib/words";
import { anchorBoxes } from "./Board";
import type { Answer, Step, View } from "./challenge";
import { centreOf, FULL, power, sizeOf } from "./instance";
import { anchorName, MINE, middle, sides, told } from "./words";

const CALLED = { ko: "맞는 상자", en: "right box" } as const;

function captionOf(view: View, step: Step, mine: Answer["box"], locale: Locale): string {
  const ko = locale === "ko";
  const { deltas } = view.anchors[step.anchor];
  const [tx, ty, tw, th] = deltas.map(told);
  switch (step.does) {
    case "cover":
      return ko
        ? `앵커 ${letter(step.anchor)}: 옮겨 가면 물체와의 IoU ${num(step.iou, 2)}.`
        : `Anchor ${letter(step.anchor)}: once moved, its IoU with the object is ${num(step.iou, 2)}.`;
    case "anchor":
      return ko
        ? `${anchorName(step.anchor, view.anchors.length > 1).ko}에서 출발해요.`
        : `${anchorName(step.anchor, view.anchors.length > 1).en} is where it starts.`;
    case "shift":
      return ko
        ? `가운데를 너비의 ${tx}배, 높이의 ${ty}배만큼 옮겨요.`
        : `The centre moves by ${tx} widths and ${ty} heights of the anchor.`;
    case "width":
      return ko ? `가운데를 두고 너비가 e^(${tw})배가 돼요.` : `The width becomes e^(${tw}) times as large, around the centre.`;
    case "height":
      return ko ? `높이가 e^(${th})배가 돼요.` : `The height becomes e^(${th}) times as large.`;
    case "clip":
      return ko ? "그림 밖으로 나간 부분만 잘라 내요." : "What reaches over the border is clipped, nothing else moves.";
    case "compare":
      return mine === null
        ? ko
          ? "여기가 맞는 상자예요."
          : "This is the right box."
        : ko
          ? `맞는 상자와 내 상자의 IoU는 ${num(step.iou, 2)}. ${FULL}부터 만점이에요.`
          : `The IoU of the right box and yours is ${num(step.iou, 2)}; full marks from ${FULL} on.`;
  }
}

/** The arithmetic of one step, with this anchor's own numbers. */
function sumOf(view: View, step: Step): SumLine[] {
  const { box, deltas } = view.anchors[step.anchor];
  const [x, y] = centreOf(box);
  const [w, h] = sizeOf(box);
  const [tx, ty, tw, th] = deltas;
  const shifted = (from: number, t: number, side: number) =>
    `${num(from, 1)} + (${told(t)}) × ${side} = ${num(from + (t * side) / 100, 1)}`;
  const grown = (side: number, t: number) => `${side} × ${num(power(t) / 100, 2)} ≈ ${num((side * power(t)) / 100, 1)}`;
  if (step.does === "shift")
    return [
      { name: "x", sum: shifted(x, tx, w) },
      { name: "y", sum: shifted(y, ty, h) },
    ];
  if (step.does === "width") return [{ name: "w", sum: grown(w, tw) }];
  if (step.does === "height") return [{ name: "h", sum: grown(h, th) }];
  return [{ name: "", sum: `${middle(step.box)} · ${sides(step.box)}` }];
}

/** The anchor slides, widens, grows, is cut; the learner's own box stands beside it throughout. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const captions = steps.map((step) => captionOf(view, step, answer.box, locale));
  const picture = (at: number) => {
    const step = steps[at];
    const last = step.does === "compare";
    const anchors = anchorBoxes(view, step.anchor, locale).filter((_, i) => step.does === "cover" || i === step.anchor);
    const right: StageBox = {
      id: "right",
      box: step.box,
      label: step.does === "cover" ? num(step.iou, 2) : last ? CALLED[locale] : "",
      tone: 0,
      state: last || step.does === "clip" ? "kept" : "idle",
      description: `${middle(step.box)}, ${sides(step.box)}`,
    };
    const mine: StageBox[] =
      answer.box === null || step.does === "cover"
        ? []
        : [
            {
              id: "mine",
              box: answer.box,
              label: MINE[locale],
              tone: 1,
              state: !last ? "ghost" : iou(answer.box, step.box) >= FULL ? "kept" : "wrong",
              description: `${middle(answer.box)}, ${sides(answer.box)}`,
            },
          ];
    return (
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.sprites}
        boxes={step.does === "anchor" ? [...mine, { ...anchors[0], state: "idle" }] : [...anchors, ...mine, right]}
        label={locale === "ko" ? "앵커에서 상자까지" : "From the anchor to the box"}
        description={captions[at] ?? ""}
        locale={locale}
      />
    );
  };
  return (
    <ReplayFrame
      captions={captions}
      locale={locale}
      picture={picture}
      below={(at) => (
        <div className="min-h-[3rem]">
          <Sum lines={sumOf(view, steps[at])} quiet />
        </div>
      )}
    />
  );
}
