"use client";

import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { Beside, OptionCards } from "@/lib/ui/boards";
import { BoxTable, EditableBox, Stage, type StageBox } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { PowerStrip } from "./PowerStrip";
import { SMALLEST } from "./rivals";
import { anchorName, deltasTold, middle, MINE, sides, T_NAMES, told } from "./words";

const WORDS = {
  stage: { ko: "앵커와 내 상자", en: "The anchor and your box" },
  choose: { ko: "한 칸의 앵커 셋", en: "Three anchors of one cell" },
  centre: { ko: "가운데", en: "centre" },
  size: { ko: "크기", en: "size" },
} satisfies Record<string, Text>;

/** The anchors, dashed: one chosen among several stands out. */
export function anchorBoxes({ anchors }: View, chosen: number | null, locale: Locale): StageBox[] {
  const several = anchors.length > 1;
  return anchors.map(({ box, deltas }, i) => ({
    id: `anchor-${letter(i)}`,
    box,
    label: several ? letter(i) : anchorName(i, false)[locale].replace(/^The a/, "A"),
    tone: several ? i + 2 : 7,
    state: chosen === i && several ? "idle" : "ghost",
    description: `${anchorName(i, several)[locale]}: ${WORDS.centre[locale]} ${middle(box)}, ${WORDS.size[locale]} ${sides(box)}, ${deltasTold(deltas)}`,
  }));
}

/** The picture with its anchors, the four numbers of each, powers of e to look up, and a box to put where they lead. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const several = view.anchors.length > 1;
  const { anchor } = answer;
  const start = anchor === null ? null : view.anchors[anchor].box;
  const mine = answer.box ?? start;
  const set = (box: BoxXYXY) => onChange({ ...answer, box });
  const rows = view.anchors.map(({ box }, i) => ({ id: `anchor-${i}`, label: several ? letter(i) : anchorName(i, false)[locale], box }));
  return (
    <Beside
      picture={
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.sprites}
          boxes={anchorBoxes(view, anchor, locale)}
          label={WORDS.stage[locale]}
          description={anchorBoxes(view, anchor, locale)
            .map(({ description }) => description)
            .join(". ")}
          locale={locale}
          locked={locked}
        >
          {mine ? (
            <EditableBox
              id="mine"
              box={mine}
              bounds={view}
              label={MINE[locale]}
              tone={1}
              onChange={set}
              locale={locale}
              locked={locked}
              live={false}
              state={locked ? "idle" : "picked"}
              say={(box) => `${WORDS.centre[locale]} ${middle(box)}, ${WORDS.size[locale]} ${sides(box)}`}
            />
          ) : null}
        </Stage>
      }
    >
      {several ? (
        <OptionCards
          label={WORDS.choose[locale]}
          columns={1}
          value={anchor}
          onChange={(next) => onChange({ ...answer, anchor: next })}
          options={view.anchors.map(({ box, deltas }, i) => ({
            value: i,
            title: `${letter(i)} · ${middle(box)} · ${sides(box)}`,
            detail: deltasTold(deltas),
          }))}
          locked={locked}
        />
      ) : (
        <dl className="m-0 grid grid-cols-4 gap-2">
          {view.anchors[0].deltas.map((value, i) => (
            <div key={T_NAMES[i]}>
              <dt className="text-xs text-ink-2">{T_NAMES[i]}</dt>
              <dd className="m-0 font-mono text-lg font-semibold tabular-nums text-ink">{told(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <PowerStrip view={view} locale={locale} />
      <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 font-mono text-sm tabular-nums text-ink">
        {[
          ...(several ? [] : [{ name: anchorName(0, false)[locale], box: view.anchors[0].box }]),
          ...(mine ? [{ name: MINE[locale], box: mine }] : []),
        ].map(({ name, box }) => (
          <div key={name} className="contents">
            <dt className="font-sans text-ink-2">{name}</dt>
            <dd className="m-0">{`${WORDS.centre[locale]} ${middle(box)} · ${sides(box)}`}</dd>
          </div>
        ))}
      </dl>
      <BoxTable
        boxes={[
          ...rows.map((row) => ({ ...row, fixed: true })),
          ...(mine ? [{ id: "mine", label: MINE[locale], box: mine, fixed: locked }] : []),
        ]}
        bounds={view}
        onChange={(_, typed) => set(typed)}
        locale={locale}
        smallest={SMALLEST}
      />
    </Beside>
  );
}
