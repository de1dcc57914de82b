import type { Bin, View } from "./instance";

/** Units of a cell, and of the edge that holds the numbers of columns and rows. */
const [CELL, EDGE] = [10, 6];

export interface MapPictureProps {
  readonly view: View;
  /** The RoI's whole cells, possibly beyond the map. */
  readonly roi: Bin | null;
  readonly bin?: Bin | null;
  readonly winner?: number | null;
  /** Cells that the learner marked by mistake. */
  readonly crossed?: readonly number[];
  readonly label: string;
}

/** The map with a RoI on it, one bin and its largest number. */
export function MapPicture({ view, roi, bin = null, winner = null, crossed = [], label }: MapPictureProps) {
  const { columns, rows, values } = view;
  // A RoI may end one cell beyond the map.
  const [width, height] = [EDGE + (columns + 1) * CELL, EDGE + (rows + 1) * CELL];
  const frame = ({ xs, ys }: Bin) => ({
    x: EDGE + xs[0] * CELL,
    y: EDGE + ys[0] * CELL,
    width: (xs[1] - xs[0]) * CELL,
    height: (ys[1] - ys[0]) * CELL,
  });
  const within = (cell: number, { xs, ys }: Bin) => {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    return x >= xs[0] && x < xs[1] && y >= ys[0] && y < ys[1];
  };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="mx-auto block w-full max-w-md font-mono tabular-nums">
      <g fontSize={3.6} fill="var(--ink-2)" textAnchor="middle">
        {Array.from({ length: columns }, (_, x) => (
          <text key={`x${x}`} x={EDGE + (x + 0.5) * CELL} y={EDGE - 1.6}>
            {x}
          </text>
        ))}
        {Array.from({ length: rows }, (_, y) => (
          <text key={`y${y}`} x={EDGE / 2} y={EDGE + (y + 0.5) * CELL + 1.3}>
            {y}
          </text>
        ))}
      </g>
      {values.map((value, cell) => {
        const [x, y] = [EDGE + (cell % columns) * CELL, EDGE + Math.floor(cell / columns) * CELL];
        const [inRoi, inBin] = [roi !== null && within(cell, roi), bin !== null && within(cell, bin)];
        const won = cell === winner;
        return (
          <g key={cell}>
            <rect
              x={x + 0.3}
              y={y + 0.3}
              width={CELL - 0.6}
              height={CELL - 0.6}
              rx={1}
              fill={won ? "var(--brand)" : inBin ? "var(--brand-wash)" : inRoi ? "var(--paper-2)" : "var(--sheet)"}
              stroke="var(--line)"
              strokeWidth={0.3}
            />
            <text
              x={x + CELL / 2}
              y={y + CELL / 2 + 1.6}
              textAnchor="middle"
              fontSize={4.6}
              fontWeight={inBin ? 700 : 400}
              fill={won ? "var(--brand-ink)" : inRoi ? "var(--ink)" : "var(--ink-3)"}
            >
              {value}
            </text>
            {crossed.includes(cell) ? (
              <path d={`M${x + 2} ${y + 2}l6 6m0 -6l-6 6`} stroke="var(--bad)" strokeWidth={0.9} strokeLinecap="round" />
            ) : null}
          </g>
        );
      })}
      {roi ? <rect {...frame(roi)} rx={1.4} fill="none" stroke="var(--ink)" strokeWidth={0.9} /> : null}
      {bin && bin.xs[1] > bin.xs[0] && bin.ys[1] > bin.ys[0] ? (
        <rect {...frame(bin)} rx={1.2} fill="none" stroke="var(--brand)" strokeWidth={1.2} />
      ) : null}
    </svg>
  );
}
