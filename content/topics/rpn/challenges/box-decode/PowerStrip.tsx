import type { Locale } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { power, stripOf, type View } from "./instance";
import { told } from "./words";

/** e^t of the exponents at hand, to be read off: reading is allowed, nobody has exp in the head. */
export function PowerStrip({ view, locale }: { readonly view: View; readonly locale: Locale }) {
  const exponents = stripOf(view);
  return (
    <table className="w-full table-fixed border-collapse font-mono text-xs tabular-nums text-ink sm:text-sm">
      <caption className="sr-only">{locale === "ko" ? "e의 거듭제곱" : "Powers of e"}</caption>
      <tbody>
        <tr>
          <th scope="row" className="border border-line bg-paper-2 py-1 text-center font-medium">
            t
          </th>
          {exponents.map((t) => (
            <td key={t} className="border border-line py-1 text-center text-ink-2">
              {told(t)}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row" className="border border-line bg-paper-2 py-1 text-center font-medium">
            e^t
          </th>
          {exponents.map((t) => (
            <td key={t} className="border border-line py-1 text-center">
              {num(power(t) / 100, 2)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
