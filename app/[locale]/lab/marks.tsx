/** A box over a picture of `side` pixels, haloed so that it can be seen on any ground. */
export function BoxMark({
  box,
  side,
  label,
  chosen = false,
}: {
  readonly box: ArrayLike<number>;
  readonly side: number;
  readonly label?: string;
  readonly chosen?: boolean;
}) {
  const [x1, y1, x2, y2] = Array.from(box);
  const line = side / (chosen ? 100 : 160);
  const rect = { x: x1, y: y1, width: Math.max(0, x2 - x1), height: Math.max(0, y2 - y1), fill: "none" };
  return (
    <g>
      <rect {...rect} stroke="white" strokeWidth={line * 2} strokeOpacity={0.85} />
      <rect {...rect} stroke={chosen ? "#c23320" : "#0069a8"} strokeWidth={line} />
      {label ? (
        <text
          x={x1 + side / 100}
          y={Math.max(side / 20, y1 - side / 80)}
          fontSize={side / 20}
          fontWeight={700}
          fill={chosen ? "#c23320" : "#0069a8"}
          stroke="white"
          strokeWidth={side / 70}
          paintOrder="stroke"
        >
          {label}
        </text>
      ) : null}
    </g>
  );
}

/** One side of a box, drawn over it. */
export function SideMark({
  box,
  of,
  side,
}: {
  readonly box: ArrayLike<number>;
  readonly of: "x1" | "y1" | "x2" | "y2";
  readonly side: number;
}) {
  const [x1, y1, x2, y2] = Array.from(box);
  const ends = { x1: [x1, y1, x1, y2], y1: [x1, y1, x2, y1], x2: [x2, y1, x2, y2], y2: [x1, y2, x2, y2] }[of];
  return <line x1={ends[0]} y1={ends[1]} x2={ends[2]} y2={ends[3]} stroke="#ffd84d" strokeWidth={side / 45} strokeLinecap="round" />;
}
