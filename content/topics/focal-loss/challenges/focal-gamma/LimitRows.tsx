import type { Locale, Text } from "@/lib/challenges/text";
import type { LimitId, View } from "./instance";
import { LIMIT_WORDS, limitsOf, shareText } from "./words";

const WORDS = {
  holds: { ko: "지켜요", en: "holds" },
  broken: { ko: "어긋나요", en: "broken" },
} satisfies Record<string, Text>;

/** Where the allowed part of a limit's line begins and ends, in percent. */
function allowed({ limits }: View, id: LimitId): readonly [number, number] {
  if (id === "keep") return [(limits.keep ?? 0) / 10, 100];
  if (id === "objects") return [(limits.objects?.[0] ?? 0) / 10, (limits.objects?.[1] ?? 0) / 10];
  return [0, (id === "easy" ? limits.easy : (limits.wrong ?? 0)) / 10];
}

interface Props {
  readonly view: View;
  readonly locale: Locale;
  /** The share each limit is about, and the limits that do not hold. Absent: only the limits are shown, not the shares. */
  readonly at?: Readonly<Record<LimitId, number>>;
  readonly broken?: readonly LimitId[];
  /** Limits that are not looked at yet. */
  readonly open?: readonly LimitId[];
}

/** The limits: what each is about, the part of the line that keeps it, and where the share stands. */
export function LimitRows({ view, locale, at, broken = [], open = [] }: Props) {
  return (
    <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
      {limitsOf(view).map((id) => {
        const [from, to] = allowed(view, id);
        const off = broken.includes(id);
        const shown = at !== undefined && !open.includes(id);
        return (
          <li key={id} className="flex flex-col gap-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <span className="text-ink">{LIMIT_WORDS[id].name[locale]}</span>
              <span className="font-mono tabular-nums text-ink">
                {LIMIT_WORDS[id].bound(view)[locale]}
                {shown ? (
                  <b className={off ? "text-bad" : "text-good"}>
                    {` · ${shareText(at[id])} ${off ? "✗" : "✓"}`}
                    <span className="sr-only"> {WORDS[off ? "broken" : "holds"][locale]}</span>
                  </b>
                ) : null}
              </span>
            </span>
            <span aria-hidden="true" className="relative block h-3 rounded-full bg-paper-3">
              <span
                className="absolute inset-y-0 rounded-full border border-good bg-good-wash"
                style={{ left: `${from}%`, width: `${to - from}%` }}
              />
              {shown ? (
                <span
                  className={`absolute -inset-y-1 w-1 -translate-x-1/2 rounded-full transition-[left] duration-200 motion-reduce:transition-none ${off ? "bg-bad" : "bg-good"}`}
                  style={{ left: `${Math.min(100, 100 * at[id])}%` }}
                />
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
