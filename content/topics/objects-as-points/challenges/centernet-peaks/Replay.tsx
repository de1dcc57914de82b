"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Sum } from "@/lib/ui/simulation";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { CellLines } from "../../CellLines";
import { josa, num } from "@/lib/words";
import { candidatesOf, keptOf, type Answer, type Step, type View } from "./challenge";
import { Heat } from "./Heat";
import { neighboursOf, placeOf, solutionOf, topNumbers, valueOf } from "./instance";
import { NumbersTable } from "./NumbersTable";
import { peakName, shown } from "./words";

const WORDS = {
  stage: { ko: "맞는 상자와 내 상자", en: "The right box and yours" },
  truth: { ko: "맞는 상자", en: "right box" },
  mine: { ko: "내 상자", en: "your box" },
  spoken: { ko: "달라요", en: "answered otherwise" },
} satisfies Record<string, Text>;

function captionOf(view: View, step: Step): Text {
  if (step.shows === "rest") {
    const left = candidatesOf(view).length;
    return {
      ko: `${shown(view.cut)}보다 낮거나 바로 옆 칸이 더 큰 칸은 봉우리가 아니에요. ${left}칸이 남아요.`,
      en: `Cells below ${shown(view.cut)}, or with a larger one at their side, are no peaks. ${left} cells are left.`,
    };
  }
  if (step.shows === "keep") {
    const { all, kept } = keptOf(view);
    return {
      ko: `봉우리 ${all.length}개 가운데 값이 큰 ${kept.length}개만 남아요.`,
      en: `Of the ${all.length} peaks the ${kept.length} with the largest values stay.`,
    };
  }
  if (step.shows === "box") {
    const cell = topNumbers(view)?.cell ?? 0;
    const at = `${Math.floor(cell / view.side)}, ${cell % view.side}`;
    return {
      ko: `가장 높은 봉우리 (${at})의 오프셋과 크기를 읽어 상자를 놓아요.`,
      en: `Offset and size are read at the highest peak, (${at}), and give the box.`,
    };
  }
  const name = peakName(view, step.peak);
  const value = shown(valueOf(view, step.peak));
  if (step.beats === null)
    return {
      ko: `${name.ko}의 ${josa(value, "은/는")} 이웃 어느 것보다도 커요. 봉우리예요.`,
      en: `${name.en}: ${value} is larger than all of its neighbours, a peak.`,
    };
  return {
    ko: `${name.ko}의 ${josa(value, "은/는")} 모서리로 닿은 ${shown(valueOf(view, step.beats))}보다 작아요. 봉우리가 아니에요.`,
    en: `${name.en}: ${value} is smaller than the ${shown(valueOf(view, step.beats))} at its corner, no peak.`,
  };
}

/** A map with the window of a step: in it the cell and the neighbour that beats it; elsewhere what was found before. */
function WindowMap({ view, m, step, found, locale }: { view: View; m: number; step: Step; found: readonly number[]; locale: "ko" | "en" }) {
  const { side, maps, classes } = view;
  const window = step.shows === "window" ? [step.peak, ...neighboursOf(view, step.peak)] : [];
  return (
    <table className="w-fit border-separate border-spacing-0.5">
      <caption className="pb-1 text-left text-sm font-medium text-ink">{CLASS_NAMES[classes[m]][locale]}</caption>
      <tbody>
        {Array.from({ length: side }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: side }, (_, column) => {
              const peak = m * side * side + row * side + column;
              const value = maps[m][row * side + column];
              const beats = step.shows === "window" && step.beats === peak;
              const inside = window.includes(peak);
              return (
                <td
                  key={column}
                  className={`relative size-7 !min-w-0 rounded-[6px] !border-2 !p-0 sm:size-8 ${beats ? "!border-bad" : inside ? "!border-ink" : "!border-transparent"}`}
                >
                  <Heat
                    value={value}
                    marked={found.includes(peak)}
                    dim={step.shows === "rest" ? !found.includes(peak) : !inside && value < view.cut}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A 3×3 window goes from summit to summit; then the best stay, and the box of the highest one is read. */
export function Replay({ instance: { view }, answer, grade, own, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const captions = steps.map((step) => captionOf(view, step)[locale]);
  const missteps = grade.parts.flatMap(({ id, correct, label }): Misstep[] => {
    if (correct) return [];
    const last = steps.findIndex(({ shows }) => shows === "keep");
    const settles = steps.findIndex((step) => (id === "box" ? step.shows === "box" : step.shows === "window" && step.peak === Number(id)));
    const kept = keptOf(view);
    const dropped = id !== "box" && kept.all.includes(Number(id)) && !kept.kept.includes(Number(id));
    return [{ id, at: Math.max(0, dropped ? last : settles), label: `✗ ${label[locale]}`, spoken: WORDS.spoken[locale] }];
  });
  const { kept } = keptOf(view);
  const picture = (at: number) => {
    const step = steps[at];
    const found =
      step.shows === "window"
        ? steps.slice(0, at + 1).flatMap((each) => (each.shows === "window" && each.beats === null ? [each.peak] : []))
        : step.shows === "rest"
          ? candidatesOf(view)
          : kept;
    const decode = view.decode;
    if (step.shows === "box" && decode) {
      const width = view.side * decode.stride;
      const right = solutionOf(view).box;
      const boxes: StageBox[] = [
        ...(right
          ? [{ id: "right", box: right, label: WORDS.truth[locale], tone: 0, state: "truth" as const, description: WORDS.truth[locale] }]
          : []),
        ...(own && answer.box
          ? [{ id: "mine", box: answer.box, label: WORDS.mine[locale], tone: 1, state: "idle" as const, description: WORDS.mine[locale] }]
          : []),
      ];
      return (
        <div className="w-full max-w-80">
          <Stage
            width={width}
            height={width}
            boxes={boxes}
            label={WORDS.stage[locale]}
            description={captions[at]}
            locale={locale}
            locked
            underlay={<CellLines side={width} stride={decode.stride} />}
          />
        </div>
      );
    }
    const maps = step.shows === "window" ? [placeOf(view, step.peak).map] : view.maps.map((_, m) => m);
    return (
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {maps.map((m) => (
          <WindowMap key={m} view={view} m={m} step={step} found={found} locale={locale} />
        ))}
      </div>
    );
  };
  const below = (at: number) => {
    const numbers = topNumbers(view);
    if (steps[at].shows !== "box" || numbers === null || view.decode === null) return null;
    const [column, row, stride] = [numbers.cell % view.side, Math.floor(numbers.cell / view.side), view.decode.stride];
    const centre = (index: number, hundredths: number) =>
      `(${index} + ${num(hundredths / 100, 2)}) × ${stride} = ${num((index + hundredths / 100) * stride, 1)}`;
    const size = (tenths: number) => `${num(tenths / 10, 1)} × ${stride} = ${num((tenths / 10) * stride, 1)}`;
    return (
      <div className="flex flex-col gap-3">
        <NumbersTable view={view} lit={numbers.cell} locale={locale} />
        <Sum
          lines={[
            { name: "cx", sum: centre(column, numbers.offset[0]) },
            { name: "cy", sum: centre(row, numbers.offset[1]) },
            { name: "w", sum: size(numbers.size[0]) },
            { name: "h", sum: size(numbers.size[1]) },
            { name: locale === "ko" ? "상자" : "box", sum: `(${(solutionOf(view).box ?? []).join(", ")})`, result: true },
          ]}
        />
      </div>
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} below={below} />;
}
