import type { Locale } from "@/lib/challenges/text";
import { toneColor } from "@/lib/ui/stage";
import type { PairRow } from "./question";
import type { ChannelBins } from "./simulationModel";

/** Drawing units: a bin is 10 wide. */
const BIN = 10;
const HIGH = 44;
const TONES = [0, 1] as const;

export interface ColourBinsProps {
  readonly channels: readonly ChannelBins[];
  /** A letter for each channel. */
  readonly names: readonly string[];
  readonly pair: PairRow;
  readonly locale: Locale;
}

/** The colour histograms of two regions over each other, a row a channel: what both have is filled, the rest an outline. */
export function ColourBins({ channels, names, pair: [first, second], locale }: ColourBinsProps) {
  const ko = locale === "ko";
  const most = Math.max(...channels.flatMap(({ bins }) => bins.flatMap(({ a, b }) => [a, b])));
  return (
    <figure className="m-0 flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
        <span className="basis-full">
          {ko ? "두 영역의 색 히스토그램. 채널마다 25칸이에요." : "The colour histograms of both regions, 25 bins a channel."}
        </span>
        {[first, second].map((region, i) => (
          <span key={region} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width={18} height={12}>
              <rect
                x={1.5}
                y={1.5}
                width={15}
                height={9}
                fill="none"
                stroke={toneColor(TONES[i])}
                strokeWidth={2}
                strokeDasharray={i > 0 ? "3 2" : undefined}
              />
            </svg>
            {ko ? `영역 ${region}` : `region ${region}`}
          </span>
        ))}
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="h-3 w-4 bg-ink-3" />
          {ko ? "둘 다 가진 몫" : "what both have"}
        </span>
      </figcaption>
      {channels.map(({ bins, overlap }, c) => {
        const sum = overlap.toFixed(2);
        const outline = (side: "a" | "b") =>
          bins.map((bin, i) => `${i === 0 ? "M0" : "H"}${i === 0 ? ` ${HIGH}` : i * BIN}V${HIGH - (HIGH * bin[side]) / most}`).join("") +
          `H${bins.length * BIN}V${HIGH}`;
        return (
          <div key={names[c]} className="flex items-end gap-2">
            <span className="w-4 font-mono text-sm font-semibold text-ink-2">{names[c]}</span>
            <svg
              role="img"
              aria-label={ko ? `채널 ${names[c]}: 겹친 몫 ${sum}` : `Channel ${names[c]}: overlap ${sum}`}
              viewBox={`0 -2 ${bins.length * BIN} ${HIGH + 3}`}
              preserveAspectRatio="none"
              className="h-12 min-w-0 flex-1 border-b border-line-strong"
            >
              {bins.map(({ a, b }, i) => {
                const high = (HIGH * Math.min(a, b)) / most;
                return <rect key={i} x={i * BIN} y={HIGH - high} width={BIN} height={high} fill="var(--ink-3)" />;
              })}
              {(["a", "b"] as const).map((side, i) => (
                <path
                  key={side}
                  d={outline(side)}
                  fill="none"
                  stroke={toneColor(TONES[i])}
                  strokeWidth={2}
                  strokeDasharray={i > 0 ? "4 3" : undefined}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </svg>
            <span className="w-10 text-right font-mono text-sm tabular-nums">{sum}</span>
          </div>
        );
      })}
    </figure>
  );
}
