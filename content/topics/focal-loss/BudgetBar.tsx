import { toneColor } from "@/lib/ui/stage";

/** One share of a budget, with the hue, strength and hatching it has in every bar and row. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  /** 0 … 1. */
  readonly share: number;
  readonly look: Look;
}

export interface Look {
  readonly tone: number;
  /** 0 … 1: paler shades are easier places. */
  readonly strength: number;
  /** Objects are hatched, so that no hue is needed to tell them from the background. */
  readonly hatched: boolean;
}

/** The fill of a look, also for swatches. */
export function fillOf({ tone, strength, hatched }: Look): React.CSSProperties {
  const colour = `color-mix(in srgb, ${toneColor(tone)} ${Math.round(100 * strength)}%, var(--sheet))`;
  return hatched
    ? {
        backgroundColor: colour,
        backgroundImage: "repeating-linear-gradient(135deg, transparent 0 5px, color-mix(in srgb, var(--sheet) 45%, transparent) 5px 7px)",
      }
    : { backgroundColor: colour };
}

/** Shares of one whole side by side. A picture for the eye: rows or a table say the same in words. */
export function BudgetBar({ segments, high = false }: { readonly segments: readonly Segment[]; readonly high?: boolean }) {
  return (
    <div aria-hidden="true" className={`flex w-full overflow-hidden rounded-[8px] border border-line-strong ${high ? "h-10" : "h-6"}`}>
      {segments.map(({ id, share, look }) => (
        <span
          key={id}
          className="block h-full transition-[width] duration-200 motion-reduce:transition-none"
          style={{ width: `${100 * share}%`, ...fillOf(look) }}
        />
      ))}
    </div>
  );
}
