interface Drawn {
  readonly name: string;
  /** x1, y1, x2, y2 in the picture's own units. */
  readonly box: readonly [number, number, number, number];
  /** 0–7: the colour of its line. Left out: the object's own box. */
  readonly tone?: number;
}

export interface BoxesProps {
  /** A drawing of public/emojivoc, "openmoji/dog". */
  readonly drawing: string;
  /** Where it stands: x, y and side. */
  readonly at: readonly [number, number, number];
  /** The picture's width and height. */
  readonly size: readonly [number, number];
  readonly boxes: readonly Drawn[];
  /** What is to be seen, for who does not see it, and under it. */
  readonly caption: string;
}

const DASHES = ["", "9 5", "3 4"] as const;

/** One object and the boxes around it, to look at: for a guess before anything can be moved. */
export function Boxes({ drawing, at: [x, y, side], size: [width, height], boxes, caption }: BoxesProps) {
  return (
    <figure className="not-prose my-6 rounded-[var(--radius-lg)] border border-line bg-sheet p-4">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption} className="mx-auto block w-full max-w-[26rem]">
        <image href={`/emojivoc/${drawing}.svg`} x={x} y={y} width={side} height={side} />
        {boxes.map(({ name, box: [x1, y1, x2, y2], tone }, i) => {
          const colour = tone === undefined ? "var(--ink)" : `var(--box-${tone})`;
          return (
            <g key={name}>
              <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} fill="none" stroke="var(--box-halo)" strokeWidth="5" />
              <rect
                {...{ x: x1, y: y1, width: x2 - x1, height: y2 - y1 }}
                fill="none"
                stroke={colour}
                strokeWidth="2.5"
                strokeDasharray={DASHES[i % DASHES.length]}
              />
            </g>
          );
        })}
      </svg>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 text-sm text-ink-2">
        {boxes.map(({ name, tone }, i) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" width="26" height="8">
              <line
                x1="0"
                x2="26"
                y1="4"
                y2="4"
                stroke={tone === undefined ? "var(--ink)" : `var(--box-${tone})`}
                strokeWidth="2.5"
                strokeDasharray={DASHES[i % DASHES.length]}
              />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
