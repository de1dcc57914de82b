import type { Locale } from "@/lib/challenges/text";
import { Bars } from "@/lib/ui/plots";
import { large, num } from "@/lib/words";
import { totals } from "./cost";
import { MEMBER_NAMES, TITLES, type MemberName } from "./pipeline";
import type { Ran } from "./ran";

export interface ComparedProps {
  readonly ran: Ran;
  readonly most: number;
  readonly unit: "multiplications" | "time";
  /** Whether the time of selective search counts. */
  readonly search: boolean;
  readonly marked: MemberName | null;
  readonly locale: Locale;
}

/** The three detectors side by side: multiplications for so many proposals, or milliseconds of this machine. */
export function Compared({ ran, most, unit, search, marked, locale }: ComparedProps) {
  const ko = locale === "ko";
  const { times } = ran;
  const cost = totals(ran, most);
  const ms = (name: MemberName) => (times ? times[name].rest + (search ? times[name].search : 0) : 0);
  const bars = MEMBER_NAMES.map((name) => ({
    id: name,
    title: TITLES[name],
    value: unit === "time" ? ms(name) : cost[name],
    text: unit === "time" ? (times ? `${num(ms(name), ms(name) < 20 ? 1 : 0)} ms` : "…") : large(cost[name], locale, 1e5),
  }));
  const label =
    unit === "time"
      ? ko
        ? `그림 한 장의 시간, 이 기기에서 방금 잼${search ? "" : " (선택적 탐색 빼고)"}`
        : `Time for one picture, measured here just now${search ? "" : " (without selective search)"}`
      : ko
        ? "그림 한 장의 곱셈 수"
        : "Multiplications for one picture";
  return (
    <div data-testid="compared">
      <Bars label={label} bars={bars} marked={marked ?? undefined} />
    </div>
  );
}
