/** A box over a picture of `side` pixels, haloed so that it can be seen on any ground. */
export function BoxMark({ box, side, label, chosen = false }: { readonly box: ArrayLike<number>; readonly side: number; readonly label?: string; readonly chosen?: boolean }) {
  const [x1, y1, x2, y2] = Array.from(box);
  const line = side / (chosen ? 100 : 160);
  const rect = { x: x1, y: y1, width: Math.max(0, x2 - x1), height: Math.max(0, y2 - y1), fill: "none" };
  return (
    <g>
      <rect {...rect} stroke="white" strokeWidth={line * 2} strokeOpacity={0.85} />
      <rect {...rect} stroke={chosen ? "#c23320" : "#0069a8"} strokeWidth={line} />
      {label ? (
        <text x={x1 + side / 100} y={Math.max(side / 20, y1 - side / 80)} fontSize={side / 20} fontWeight={700} fill={chosen ? "#c23320" : "#0069a8"} stroke="white" strokeWidth={side / 70} paintOrder="stroke">
          {label}
        </text>
      ) : null}
    </g>
  );
}
