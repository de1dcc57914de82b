"use client";

import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Beside } from "@/lib/ui/boards";
import { BoxTable, EditableBox, moveBox, Stage, type StageBox } from "@/lib/ui/stage";
import { josa, letter } from "@/lib/words";
import { shown, sizeOf } from "../../measures";
import { brokenRule, type Answer, type TaskObject, type View } from "./challenge";
import { measureOf, MINE } from "./task";

const WORDS = {
  stage: { ko: "그림과 내 상자", en: "The picture and your box" },
  target: { ko: "목표", en: "Target" },
} satisfies Record<string, Text>;

function objectBox(object: TaskObject, index: number, view: View): StageBox {
  const target = view.targets.find((each) => each.object === index);
  return { id: letter(index), box: object.box, label: letter(index), tone: target ? 0 : 7, state: "idle", description: letter(index) };
}

function describe({ objects }: View, locale: Locale): string {
  return objects
    .map(({ cls, box }, i) =>
      locale === "ko"
        ? `${josa(letter(i), "은/는")} ${CLASS_NAMES[cls].ko}, 왼쪽 위 (${box[0]}, ${box[1]}), 크기 ${sizeOf(box)}.`
        : `${letter(i)} is the ${CLASS_NAMES[cls].en}, top left (${box[0]}, ${box[1]}), size ${sizeOf(box)}.`,
    )
    .join(" ");
}

/** Typing one number of a box that keeps its size moves the whole box. */
function keepSize(from: BoxXYXY, typed: BoxXYXY, view: View): BoxXYXY {
  const changed = typed.findIndex((value, i) => value !== from[i]);
  if (changed < 0) return from;
  const by = typed[changed] - from[changed];
  return moveBox(from, changed % 2 === 0 ? by : 0, changed % 2 === 1 ? by : 0, view);
}

/** The given boxes, and one of the learner's own to move and size, with its numbers beside it. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const mine = answer.box ?? view.start;
  const set = (box: BoxXYXY) => onChange({ box });
  const broken = answer.box === null ? null : brokenRule(view, answer.box);
  const resizable = view.rule !== "move";
  return (
    <div className="flex flex-col gap-3">
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {view.targets.map((target) => (
          <li key={target.object} className="rounded-[var(--radius)] border-2 border-brand bg-sheet px-3 py-1 text-sm text-ink">
            {WORDS.target[locale]} <b className="font-mono">{`${measureOf(target, locale)} = ${shown(target.hundredths)}`}</b>
          </li>
        ))}
      </ul>
      <Beside
        picture={
          <Stage
            width={view.width}
            height={view.height}
            sprites={view.objects}
            boxes={view.objects.map((object, i) => objectBox(object, i, view))}
            label={WORDS.stage[locale]}
            description={describe(view, locale)}
            locale={locale}
            locked={locked}
          >
            <EditableBox
              id="mine"
              box={mine}
              bounds={view}
              label={MINE[locale]}
              tone={1}
              onChange={set}
              locale={locale}
              locked={locked}
              resizable={resizable}
              live={false}
              state={locked ? "idle" : "picked"}
              say={(box) => brokenRule(view, box)?.[locale] ?? ""}
            />
          </Stage>
        }
      >
        <p className="m-0 min-h-6 text-sm font-semibold text-warn">{broken ? broken[locale] : ""}</p>
        <BoxTable
          boxes={[
            ...view.objects.map(({ box }, i) => ({ id: letter(i), label: letter(i), box, fixed: true })),
            { id: "mine", label: MINE[locale], box: mine, fixed: locked },
          ]}
          bounds={view}
          onChange={(_, typed) => set(resizable ? typed : keepSize(mine, typed, view))}
          locale={locale}
          smallest={resizable ? 8 : -view.width}
        />
      </Beside>
    </div>
  );
}
