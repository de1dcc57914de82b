"use client";

import { tagText, type TagPlace } from "./tags";
import { dashArray, STATE_LOOK, toneColor } from "./tones";
import type { StageBox } from "./types";

const colorOf = (item: StageBox) => STATE_LOOK[item.state].color ?? toneColor(item.tone);

/** How much of a box is left while another one is brought out. */
const FADED = 0.18;

/** A box's outline: light under dark so that it reads on any picture, a dash for its tone. */
export function BoxOutline({ item, scale, faded = false }: { readonly item: StageBox; readonly scale: number; readonly faded?: boolean }) {
  const { box, tone, dash = tone, state } = item;
  const look = STATE_LOOK[state];
  const color = colorOf(item);
  const [x, y, w, h] = [box[0], box[1], box[2] - box[0], box[3] - box[1]];
  const stroke = look.width * scale;
  return (
    <g className="transition-opacity duration-180" opacity={faded ? FADED : look.line} aria-hidden="true" pointerEvents="none">
      <rect x={x} y={y} width={w} height={h} fill={color} fillOpacity={look.fill} />
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        fill="none"
        stroke="var(--box-halo)"
        strokeWidth={stroke + 2.5 * scale}
        strokeOpacity={state === "suppressed" || state === "ghost" ? 0.35 : 0.9}
      />
      <rect x={x} y={y} width={w} height={h} fill="none" stroke={color} strokeWidth={stroke} strokeDasharray={dashArray(dash, 2 * scale)} />
      {state === "measured" ? (
        <rect
          x={x - 5 * scale}
          y={y - 5 * scale}
          width={w + 10 * scale}
          height={h + 10 * scale}
          fill="none"
          stroke="var(--ink-2)"
          strokeWidth={1.6 * scale}
          strokeDasharray={`${3 * scale} ${3 * scale}`}
          data-measured={item.id}
        />
      ) : null}
      {state === "suppressed" ? <path d={`M${x} ${y}l${w} ${h}`} stroke={color} strokeWidth={1.2 * scale} strokeOpacity={0.6} /> : null}
    </g>
  );
}

/** A box's tag: badge of its state, label, and a bar for its score. */
export function BoxTag({
  item,
  scale,
  place,
  faded = false,
}: {
  readonly item: StageBox;
  readonly scale: number;
  /** As `tagAsDrawn` gives it. */
  readonly place: TagPlace;
  readonly faded?: boolean;
}) {
  const look = STATE_LOOK[item.state];
  const { width, height } = place;
  return (
    <g
      className="transition-opacity duration-180"
      opacity={faded ? FADED : Math.max(0.5, look.line)}
      aria-hidden="true"
      pointerEvents="none"
    >
      <rect x={place.x} y={place.y} width={width} height={height} rx={3 * scale} fill={colorOf(item)} data-tag={item.id} />
      {item.score === undefined ? null : (
        <rect
          x={place.x}
          y={place.y + height - 2.5 * scale}
          width={width * item.score}
          height={2.5 * scale}
          fill="var(--box-halo)"
          fillOpacity={0.85}
        />
      )}
      <text
        x={place.x + 4 * scale}
        y={place.y + 11 * scale}
        fontSize={11.5 * scale}
        fontWeight={700}
        fill="var(--box-halo)"
        fontFamily="var(--font-mono)"
      >
        {tagText(item)}
      </text>
    </g>
  );
}
