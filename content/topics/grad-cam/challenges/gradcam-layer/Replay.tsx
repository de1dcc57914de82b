"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Stage } from "@/lib/ui/stage";
import { percent } from "@/lib/words";
import type { Answer, Step, Truth, View } from "./challenge";
import { objectsOf } from "./pictureBoxes";
import { captionOf, isOf, placedAt } from "./replayCaptions";
import { Heat, ScenePicture, WIDTH } from "./ScenePicture";
import { askedName, mapName, otherName } from "./words";

const WORDS = {
  stage: { ko: "맵을 층의 차례로", en: "The maps by depth" },
  bars: { ko: "열기가 놓인 곳", en: "Where the heat lies" },
  ground: { ko: "바탕", en: "ground" },
  mine: { ko: "내 답", en: "yours" },
} satisfies Record<string, Text>;

const COLOURS = { own: "#e25418", other: "#185cc4" } as const;

/** One map's heat, split: the object asked for, the other one, the ground. */
function ShareRow({
  view,
  step,
  mine,
  wrong,
  state,
  locale,
}: {
  readonly view: View;
  readonly step: Step;
  readonly mine: string;
  readonly wrong: boolean;
  readonly state: "now" | "seen" | "open";
  readonly locale: Locale;
}) {
  const said = `${mapName(step.id)[locale]}, ${isOf(view, step, locale)}: ${askedName(view)[locale]} ${percent(step.own)}, ${otherName(view)[locale]} ${percent(step.other)}. ${WORDS.mine[locale]}: ${mine}`;
  return (
    <li
      data-row={step.id}
      className={`grid grid-cols-[1.5rem_5.5rem_1fr_5rem] items-center gap-2 @max-3xs:grid-cols-[1.5rem_minmax(0,1fr)] @max-3xs:[&>:nth-child(n+4)]:col-start-2 rounded-[6px] px-1 py-0.5 text-sm ${state === "now" ? "bg-brand-wash" : ""}`}
    >
      <span className="sr-only">{said}</span>
      <b aria-hidden="true" className="text-ink">
        {step.id}
      </b>
      <span aria-hidden="true" className="leading-tight text-ink-2">
        {isOf(view, step, locale)}
      </span>
      <span
        aria-hidden="true"
        className={`flex h-4 overflow-hidden rounded-[4px] bg-paper-3 transition-opacity duration-200 motion-reduce:transition-none ${state === "open" ? "opacity-30" : ""}`}
      >
        <span style={{ width: `${100 * step.own}%`, backgroundColor: COLOURS.own }} />
        <span style={{ width: `${100 * step.other}%`, backgroundColor: COLOURS.other }} />
      </span>
      <span aria-hidden="true" className={`whitespace-nowrap text-right text-xs ${wrong ? "font-semibold text-bad" : "text-ink-2"}`}>
        {wrong ? "✗ " : "✓ "}
        {mine}
      </span>
    </li>
  );
}

/** The maps by depth, one a step, then those that do not belong; the shares of their heat grow apart below. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, Truth, Answer, Step>) {
  const { steps } = grade;
  const captions = steps.map((step, i) => captionOf(view, step, i === 0 ? null : steps[i - 1], locale));
  // A step's place is that of its map, for the odd ones come last.
  const wrong = steps.map(({ id, of }, place) => (typeof of === "number" ? answer.order[place] : answer[of]) !== id);
  const missteps = steps.flatMap(({ id }, at): Misstep[] =>
    wrong[at] ? [{ id, at, label: `✗ ${id}`, spoken: placedAt(answer, id, locale) }] : [],
  );
  const boxes = objectsOf(view, locale);
  return (
    <ReplayFrame
      captions={captions}
      missteps={missteps}
      start={steps.length - 1}
      locale={locale}
      picture={(at) => (
        <div className="mx-auto w-full max-w-[26rem]">
          <Stage
            width={WIDTH}
            height={WIDTH}
            boxes={boxes}
            label={WORDS.stage[locale]}
            description={captions[at]}
            locale={locale}
            underlay={
              <>
                <g opacity={0.6}>
                  <ScenePicture place={view.place} />
                </g>
                <Heat cells={view.maps.find(({ id }) => id === steps[at].id)?.cells ?? []} />
              </>
            }
          />
        </div>
      )}
      below={(at) => (
        <figure className="m-0 flex flex-col gap-1.5">
          <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
            <span className="font-semibold text-ink">{WORDS.bars[locale]}</span>
            {(
              [
                [askedName(view)[locale], COLOURS.own],
                [otherName(view)[locale], COLOURS.other],
                [WORDS.ground[locale], "var(--paper-3)"],
              ] as const
            ).map(([name, colour]) => (
              <span key={name} className="flex items-center gap-1.5">
                <span aria-hidden="true" className="size-3 rounded-[3px] border border-line" style={{ backgroundColor: colour }} />
                {name}
              </span>
            ))}
          </figcaption>
          <ul className="@container m-0 flex list-none flex-col gap-0.5 p-0" data-testid="shares">
            {steps.map((step, i) => (
              <ShareRow
                key={step.id}
                view={view}
                step={step}
                mine={placedAt(answer, step.id, locale)}
                wrong={wrong[i]}
                state={i === at ? "now" : i < at ? "seen" : "open"}
                locale={locale}
              />
            ))}
          </ul>
        </figure>
      )}
    />
  );
}
