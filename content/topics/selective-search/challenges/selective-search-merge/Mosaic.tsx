import type { BoxXYXY } from "@/lib/engine/boxes";
import type { Locale } from "@/lib/challenges/text";
import { Stage } from "@/lib/ui/stage";
import { OutlinesLayer, TapLayer } from "@/lib/ui/stage/layers";
import { letter } from "@/lib/words";
import type { View } from "./instance";
import { paint } from "./palette";

/** Stage pixels of a tile. */
const TILE = 24;

/** The sides between tiles where `differ` says so, as one path. */
function borders({ columns, rows }: View, differ: (a: number, b: number) => boolean): string {
  const path: string[] = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const tile = y * columns + x;
      if (x + 1 < columns && differ(tile, tile + 1)) path.push(`M${(x + 1) * TILE} ${y * TILE}v${TILE}`);
      if (y + 1 < rows && differ(tile, tile + columns)) path.push(`M${x * TILE} ${(y + 1) * TILE}h${TILE}`);
    }
  }
  return path.join("");
}

/** The tile of a region that is nearest to its middle: where its name stands. */
function middle({ columns }: View, tiles: readonly number[]): readonly [number, number] {
  const at = tiles.map((tile) => [tile % columns, Math.floor(tile / columns)] as const);
  const [mx, my] = [0, 1].map((axis) => at.reduce((sum, point) => sum + point[axis], 0) / at.length);
  const away = at.map(([x, y]) => (x - mx) ** 2 + (y - my) ** 2);
  const [x, y] = at[away.indexOf(Math.min(...away))];
  return [(x + 0.5) * TILE, (y + 0.5) * TILE];
}

export interface MosaicProps {
  readonly view: View;
  /** The regions there are by now. */
  readonly names: readonly string[];
  /** Regions that stand out. */
  readonly picked: readonly string[];
  /** Regions that stand out as the learner's, beside the picked ones. */
  readonly others?: readonly string[];
  /** A box around a region that has just come to be, in tiles. */
  readonly box?: BoxXYXY;
  readonly onTap?: (name: string) => void;
  readonly label: string;
  readonly description: string;
  readonly locale: Locale;
}

/** The tiles with the borders and names of the regions; borders within a merged region are thin. */
export function Mosaic({ view, names, picked, others = [], box, onTap, label, description, locale }: MosaicProps) {
  const { columns, rows, segments, colours } = view;
  const [width, height] = [columns * TILE, rows * TILE];
  const regionOf = segments.map((segment) => names.findIndex((name) => name.includes(letter(segment))));
  const rimOf = (wanted: readonly string[]) => {
    const inside = regionOf.map((region) => wanted.includes(names[region]));
    return borders(view, (a, b) => regionOf[a] !== regionOf[b] && (inside[a] || inside[b]));
  };
  return (
    <Stage
      width={width}
      height={height}
      boxes={[]}
      label={label}
      description={description}
      locale={locale}
      underlay={
        <g aria-hidden="true">
          {colours.map((colour, tile) => (
            <rect
              key={tile}
              x={(tile % columns) * TILE}
              y={Math.floor(tile / columns) * TILE}
              width={TILE + 0.5}
              height={TILE + 0.5}
              fill={paint(colour)}
            />
          ))}
          <path
            d={borders(view, (a, b) => segments[a] !== segments[b] && regionOf[a] === regionOf[b])}
            stroke="#1a1620"
            strokeWidth={1.2}
            strokeDasharray="3 4"
          />
          <path d={borders(view, (a, b) => regionOf[a] !== regionOf[b])} stroke="#1a1620" strokeWidth={4} strokeLinecap="square" />
          {others.length > 0 ? <Rim path={rimOf(others)} color="#1a1620" dash="7 6" /> : null}
          {picked.length > 0 ? <Rim path={rimOf(picked)} color="#d8341c" /> : null}
          {names.map((name, region) => {
            const [x, y] = middle(
              view,
              segments.flatMap((_, tile) => (regionOf[tile] === region ? [tile] : [])),
            );
            const on = picked.includes(name);
            const wide = 14 + 11 * name.length;
            return (
              <g key={name}>
                <rect
                  x={x - wide / 2}
                  y={y - 13}
                  width={wide}
                  height={26}
                  rx={7}
                  fill={on ? "#d8341c" : "#1a1620"}
                  stroke="#fff"
                  strokeWidth={2}
                />
                <text x={x} y={y + 6} textAnchor="middle" fontSize={17} fontWeight={700} fill="#fff" className="font-mono">
                  {name}
                </text>
              </g>
            );
          })}
        </g>
      }
    >
      {box ? (
        <OutlinesLayer outlines={[{ key: "box", box: [box[0] * TILE, box[1] * TILE, box[2] * TILE, box[3] * TILE], tone: 1 }]} />
      ) : null}
      {onTap ? (
        <TapLayer
          width={width}
          height={height}
          onTap={(x, y) => {
            const [column, row] = [Math.min(columns - 1, Math.floor(x / TILE)), Math.min(rows - 1, Math.floor(y / TILE))];
            onTap(names[regionOf[row * columns + column]]);
          }}
        />
      ) : null}
    </Stage>
  );
}

/** The border of chosen regions on a light halo, so that it reads on every tile. */
function Rim({ path, color, dash }: { readonly path: string; readonly color: string; readonly dash?: string }) {
  return (
    <>
      <path d={path} stroke="#fff" strokeWidth={10} strokeLinecap="square" />
      <path d={path} stroke={color} strokeWidth={5} strokeDasharray={dash} strokeLinecap={dash ? "butt" : "square"} />
    </>
  );
}
