import type { Locale } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { power, stripOf, type View } from "./instance";
import { told } from "./words";

/** e^t of the exponents at hand, to be read off: reading is allowed, nobody has exp in the head. */
export function PowerStrip({ view, locale }: { readonly view: View; readonly locale: Locale }) {
  return (
    <ul
      aria-label={locale === "ko" ? "e의 거듭제곱" : "Powers of e"}
      className="m-0 grid list-none grid-cols-[repeat(auto-fill,minmax(5.6rem,1fr))] gap-1 p-0 font-mono text-xs tabular-nums"
    >
      {stripOf(view).map((t) => (
        <li key={t} className="flex justify-between gap-1 rounded-[calc(var(--radius)-4px)] border border-line bg-paper-2 px-1.5 py-0.5">
          <span className="text-ink-2">{`e^${told(t)}`}</span>
          <span className="font-semibold text-ink">{num(power(t) / 100, 2)}</span>
        </li>
      ))}
    </ul>
  );
}
