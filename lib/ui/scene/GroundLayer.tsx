import { useId } from "react";
import { mix, reachOf, type Ground, type GroundShape } from "@/lib/engine/scenes/emoji/background";
import type { Colour } from "@/lib/engine/scenes/emoji/colour";

const css = ([r, g, b]: Colour) => `rgb(${r} ${g} ${b})`;
/** A pixel's number names its left edge; its middle, which decides what it shows, lies half a pixel further. */
const HALF = 0.5;

/** A scene's background as vectors, in the scene's own pixels: what `drawBackground` paints, at any resolution. */
export function GroundLayer({ ground, side }: { readonly ground: Ground; readonly side: number }) {
  const id = useId();
  const whole = (fill: string) => <rect width={side} height={side} fill={fill} />;
  switch (ground.kind) {
    case "flat":
      return whole(css(ground.a));
    case "gradient": {
      const [gx, gy] = ground.along;
      const square = gx * gx + gy * gy;
      if (square === 0) return whole(css(ground.a));
      const [low, span] = reachOf(ground.along);
      const [from, to] = [(low * side) / square, ((low + span) * side) / square];
      return (
        <>
          <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={gx * from} y1={gy * from} x2={gx * to} y2={gy * to}>
            <stop offset={0} stopColor={css(ground.a)} />
            <stop offset={1} stopColor={css(ground.b)} />
          </linearGradient>
          {whole(`url(#${id})`)}
        </>
      );
    }
    case "horizon":
      return (
        <>
          <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={0} y1={0} x2={0} y2={side}>
            <stop offset={0} stopColor={css(ground.a)} />
            <stop offset={1} stopColor={css(ground.b)} />
          </linearGradient>
          {whole(`url(#${id})`)}
          <rect y={ground.line} width={side} height={side - ground.line} fill={css(ground.c)} />
        </>
      );
    case "stripes":
      return (
        <>
          {whole(css(ground.c))}
          <path
            d={stripes(ground.across, ground.period, side)}
            stroke={css(ground.a)}
            strokeWidth={(ground.period >> 1) / Math.hypot(...ground.across)}
          />
        </>
      );
    case "checker":
      return (
        <>
          {whole(css(ground.c))}
          <path d={checks(ground.period, side)} fill={css(ground.a)} />
        </>
      );
    case "blobs":
      return <Blobs id={id} ground={ground} side={side} />;
    case "shapes":
      return (
        <>
          {whole(css(ground.a))}
          {ground.shapes.map((shape, i) => (
            <Shape key={i} shape={shape} />
          ))}
        </>
      );
  }
}

/** The middle lines of the stripes that cross the picture. */
function stripes([dx, dy]: readonly [number, number], period: number, side: number): string {
  const square = dx * dx + dy * dy;
  const corners = [0, dx * side, dy * side, (dx + dy) * side];
  // (dx, dy) · p of a stripe's middle line is `at` plus whole periods.
  const at = (period >> 1) / 2 - 4 * side - HALF + HALF * (dx + dy);
  const first = Math.floor((Math.min(...corners) - at) / period);
  const last = Math.ceil((Math.max(...corners) - at) / period);
  const [along, down] = [(-dy * 2 * side) / Math.sqrt(square), (dx * 2 * side) / Math.sqrt(square)];
  let path = "";
  for (let n = first; n <= last; n++) {
    const [x, y] = [dx, dy].map((d) => (d * (at + n * period)) / square);
    path += `M${x - along} ${y - down}L${x + along} ${y + down}`;
  }
  return path;
}

function checks(period: number, side: number): string {
  let path = "";
  for (let row = 0; row * period < side; row++)
    for (let column = row % 2; column * period < side; column += 2)
      path += `M${column * period} ${row * period}h${period}v${period}h${-period}z`;
  return path;
}

/**
 * Bilinear between the nodes: across, each row of nodes is a gradient; down, the next row's lies over this one's and comes in evenly.
 * Each row reaches to the bottom, so that no seam shows between two.
 */
function Blobs({ id, ground: { a, b, cells, grid }, side }: { id: string; ground: Extract<Ground, { kind: "blobs" }>; side: number }) {
  const step = side / cells;
  const rows = Array.from({ length: cells + 1 }, (_, row) => grid.slice(row * (cells + 1), (row + 1) * (cells + 1)));
  return (
    <>
      <linearGradient id={`${id}-in`} x1={0} y1={0} x2={0} y2={1}>
        <stop offset={0} stopColor="white" stopOpacity={0} />
        <stop offset={1} stopColor="white" />
      </linearGradient>
      <mask id={`${id}-mask`} maskContentUnits="objectBoundingBox">
        <rect width={1} height={1} fill={`url(#${id}-in)`} />
      </mask>
      {rows.map((nodes, row) => (
        <linearGradient key={row} id={`${id}-${row}`} gradientUnits="userSpaceOnUse" x1={0} y1={0} x2={side} y2={0}>
          {nodes.map((value, i) => (
            <stop key={i} offset={i / cells} stopColor={css(mix(a, b, value))} />
          ))}
        </linearGradient>
      ))}
      {Array.from({ length: cells }, (_, row) => (
        <g key={row}>
          <rect y={row * step} width={side} height={side - row * step} fill={`url(#${id}-${row})`} />
          <rect y={row * step} width={side} height={step} fill={`url(#${id}-${row + 1})`} mask={`url(#${id}-mask)`} />
        </g>
      ))}
    </>
  );
}

function Shape({ shape: { kind, colour, centre, width, height, inner } }: { readonly shape: GroundShape }) {
  const [x, y] = [centre[0] + HALF, centre[1] + HALF];
  const fill = css(colour);
  switch (kind) {
    case "disc":
      return <circle cx={x} cy={y} r={width} fill={fill} />;
    case "ring":
      return <circle cx={x} cy={y} r={(width + inner) / 2} fill="none" stroke={fill} strokeWidth={width - inner} />;
    case "rectangle": {
      const [w, h] = [width >> 1, height >> 1];
      return <rect x={centre[0] - w} y={centre[1] - h} width={2 * w + 1} height={2 * h + 1} fill={fill} />;
    }
    case "bar": {
      // |dx + dy| ≤ 2 and |dx − dy| ≤ width + height.
      const [thick, long] = [2 + HALF, width + height + HALF];
      const corner = (s: number, d: number) => `${x + (s + d) / 2} ${y + (s - d) / 2}`;
      return <path d={`M${corner(thick, long)}L${corner(thick, -long)}L${corner(-thick, -long)}L${corner(-thick, long)}z`} fill={fill} />;
    }
  }
}
