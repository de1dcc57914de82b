"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { num } from "@/lib/words";
import { ArrowTiles } from "../../ArrowTiles";
import { barsOf, binName, hysteresis, votesOf } from "../../bins";
import { Dial } from "../../Dial";
import { Histogram } from "../../Histogram";
import type { Answer, Step, View } from "./challenge";
import { arrowsOf, blockWith, neighboursOf, rightBars } from "./instance";
import { Patch } from "./Patch";
import { blockTexts, voteText } from "./words";

/** Gradients vote one by one; those above 180° turn round first. The learner's bars stand as outlines, and a wrong one leads to its last vote. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const ko = locale === "ko";
  const { steps } = grade;
  const arrows = arrowsOf(view);
  const right = rightBars(view);
  const stages = view.block ? blockTexts(hysteresis(blockWith(right, view.block))) : null;
  const captions = steps.map((step) => {
    if (step.type === "block") return stages?.[step.stage][locale] ?? "";
    const vote = voteText(arrows[step.arrow], step.arrow, view.shared)[locale];
    return view.pixels ? `${differenceText(view.pixels, step.arrow)} ${vote}` : vote;
  });
  const lastVote = (bin: number) =>
    arrows.reduce((at, arrow, i) => (votesOf(arrow, view.shared).some((vote) => vote.bin === bin) ? i : at), arrows.length - 1);
  const missteps = right
    .flatMap((bar, bin): Misstep[] => {
      const mine = answer.bars[bin];
      const spoken = ko ? `${num(mine)} 대신 ${num(bar)}` : `${num(mine)} instead of ${num(bar)}`;
      return mine === bar ? [] : [{ id: String(bin), at: lastVote(bin), label: `✗ ${binName(bin)}`, spoken }];
    })
    .sort((a, b) => a.at - b.at);
  const most = Math.max(...right, ...answer.bars);

  const picture = (at: number) => {
    const step = steps[at];
    const voting = step.type === "vote" ? step.arrow : null;
    const done = voting === null ? arrows : arrows.slice(0, voting + 1);
    const lit = voting === null ? [] : votesOf(arrows[voting], view.shared).map(({ bin }) => bin);
    return (
      <div className="grid items-center gap-3 md:grid-cols-2">
        <div className={view.pixels ? "grid grid-cols-[minmax(0,1fr)_7.5rem] items-center gap-2" : "flex flex-col gap-2"}>
          {view.pixels ? (
            <Patch pixels={view.pixels} lit={voting} locale={locale} />
          ) : (
            <ArrowTiles arrows={arrows} lit={voting} locale={locale} />
          )}
          <Dial
            degrees={voting === null ? null : arrows[voting].degrees}
            folded
            lit={lit}
            label={ko ? "방향과, 그 방향이 속한 막대" : "The direction, and the bar it belongs to"}
            className="mx-auto w-full max-w-36"
          />
        </div>
        <figure className="m-0">
          <Histogram
            values={barsOf(done, view.shared)}
            outlines={answer.bars}
            span={180}
            most={most}
            lit={lit}
            label={ko ? "지금까지의 막대" : "The bars so far"}
          />
          <figcaption className="text-center text-xs text-ink-2">{ko ? "점선: 내 막대" : "dashed: your bars"}</figcaption>
        </figure>
      </div>
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} />;
}

/** gx and gy of an inner pixel with their numbers. */
function differenceText(pixels: readonly number[], inner: number): string {
  const { right, left, below, above } = neighboursOf(pixels, inner);
  return `gx = ${num(right)} − ${num(left)} = ${num(right - left)}, gy = ${num(below)} − ${num(above)} = ${num(below - above)}.`;
}
