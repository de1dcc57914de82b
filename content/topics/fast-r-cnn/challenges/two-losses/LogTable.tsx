import type { Locale } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { MINUS_LOG } from "./instance";

/** −log p for the probabilities that are drawn. */
export function LogTable({ locale }: { readonly locale: Locale }) {
  return (
    <table className="w-full table-fixed border-collapse text-center text-sm tabular-nums text-ink">
      <caption className="pb-1 text-left text-sm font-medium text-ink">
        {locale === "ko" ? "−log p 표 (자연로그)" : "−log p (natural)"}
      </caption>
      <tbody>
        {[MINUS_LOG.slice(0, 4), MINUS_LOG.slice(4)].map((half, h) => (
          <tr key={h}>
            {half.map((hundredths, i) => (
              <td key={i} className="!min-w-0 border border-line !px-1 !py-1">
                <span className="block text-xs text-ink-2">{num((4 * h + i + 1) / 10, 1)}</span>
                <span className="font-mono">{num(hundredths / 100, 2)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
