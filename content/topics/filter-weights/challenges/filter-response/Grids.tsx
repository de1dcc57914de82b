import type { Locale, Text } from "@/lib/challenges/text";
import { letter, num } from "@/lib/words";
import { KERNEL_SIDE, MAP_SIDE, type View } from "./instance";

const WORDS = {
  kernel: { ko: "커널", en: "Kernel" },
  own: { ko: "우리 커널 (흑백)", en: "Our kernel (in grey)" },
  channel: { ko: "채널", en: "channel" },
  grey: {
    ko: "커널은 0이 회색이고 양수는 밝게, 음수는 어둡게 그렸어요. 픽셀은 0이 검정이에요.",
    en: "In a kernel 0 is grey, positive bright, negative dark. A pixel of 0 is black.",
  },
  map: { ko: "지도", en: "Map" },
} satisfies Record<string, Text>;

/** Grey of a weight from −4 to 4, and of a pixel up to `most`. */
const toneOf = { weight: (value: number) => (value + 4) / 8, pixel: (most: number) => (value: number) => value / most };

export interface ToneGridProps {
  readonly columns: number;
  readonly values: readonly (number | null)[];
  readonly title: string;
  /** 0 black … 1 white. */
  readonly tone: (value: number) => number;
  /** What stands in a cell instead of its number: where a weight is asked for, its letter. */
  readonly mark?: (cell: number) => string | null;
  readonly ringed?: (cell: number) => boolean;
}

/** Numbers on their greys: a small picture that can be reckoned with. */
export function ToneGrid({ columns, values, title, tone, mark, ringed }: ToneGridProps) {
  return (
    <table className="!m-0 !w-fit border-separate border-spacing-px">
      <caption className="pb-0.5 text-left text-xs font-medium text-ink">{title}</caption>
      <tbody>
        {Array.from({ length: values.length / columns }, (_, row) => (
          <tr key={row}>
            {values.slice(row * columns, (row + 1) * columns).map((value, column) => {
              const cell = row * columns + column;
              const said = mark?.(cell) ?? (value === null ? "?" : num(value));
              const grey = value === null ? null : Math.round(255 * Math.min(1, Math.max(0, tone(value))));
              return (
                <td
                  key={column}
                  // The marks of importance keep the tables of lesson texts from widening this one.
                  className={`size-6 !min-w-0 rounded-[4px] !border-0 !p-0 text-center font-mono text-xs tabular-nums sm:size-7 sm:text-sm ${
                    grey === null ? "bg-brand-wash font-bold text-brand outline-2 -outline-offset-2 outline-brand" : ""
                  } ${ringed?.(cell) ? "outline-2 -outline-offset-1 outline-brand" : ""}`}
                  // Black and white meet at the grey on which either can be read.
                  style={grey === null ? undefined : { background: `rgb(${grey} ${grey} ${grey})`, color: grey < 118 ? "#fff" : "#000" }}
                >
                  {said}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const channelled = (name: string, view: View, channel: number, locale: Locale) =>
  view.kernel.length === 1 ? name : `${name}, ${WORDS.channel[locale]} ${channel + 1}`;

/** A weight that is asked for is its letter, or `known` once it is told. */
export function KernelGrids({
  view,
  locale,
  known,
}: {
  readonly view: View;
  readonly locale: Locale;
  readonly known?: (i: number) => string;
}) {
  const name = WORDS[view.task === "rank" || view.task === "weights" ? "own" : "kernel"][locale];
  return (
    <>
      {view.kernel.map((nine, channel) => (
        <ToneGrid
          key={channel}
          columns={KERNEL_SIDE}
          values={nine}
          title={channelled(name, view, channel, locale)}
          tone={toneOf.weight}
          mark={(cell) => {
            const asked = view.task === "weights" ? view.asked.indexOf(cell) : -1;
            return asked < 0 ? null : (known?.(asked) ?? letter(asked));
          }}
        />
      ))}
    </>
  );
}

/** One patch, a grid a channel. */
export function PatchGrids({
  view,
  patch,
  locale,
  title,
}: {
  readonly view: View;
  readonly patch: number;
  readonly locale: Locale;
  readonly title: string;
}) {
  return (
    <span className="flex flex-wrap gap-1">
      {view.patches[patch].map((nine, channel) => (
        <ToneGrid
          key={channel}
          columns={KERNEL_SIDE}
          values={nine}
          title={channel === 0 ? title : `${WORDS.channel[locale]} ${channel + 1}`}
          tone={toneOf.pixel(view.task === "weights" ? 3 : 9)}
        />
      ))}
    </span>
  );
}

/** The map that is slid over; the window in hand is ringed. */
export const MapGrid = ({ view, locale, under }: { readonly view: View; readonly locale: Locale; readonly under?: readonly number[] }) => (
  <ToneGrid
    columns={MAP_SIDE}
    values={view.map}
    title={`${WORDS.map[locale]} 5×5`}
    tone={toneOf.pixel(5)}
    ringed={(cell) => under?.includes(cell) ?? false}
  />
);

export const GreyNote = ({ locale }: { readonly locale: Locale }) => <p className="m-0 text-xs text-ink-2">{WORDS.grey[locale]}</p>;
