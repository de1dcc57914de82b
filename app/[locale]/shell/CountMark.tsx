import { classNames } from "@/lib/ui/components";

interface Props {
  readonly count: number;
  /** What is counted, for who does not see the mark. */
  readonly label: string;
  readonly testId?: string;
  readonly className?: string;
}

/** At a tab of the phone's menu: in its corner, beside the picture and never past the edge of the screen. */
export const AT_TAB = "absolute right-0.5 top-1";

/** A number at a place in the menu: how much is new or due there. Nothing where nothing is. */
export function CountMark({ count, label, testId, className }: Props) {
  if (count === 0) return null;
  return (
    <span
      data-testid={testId}
      className={classNames(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-[7px] bg-brand px-1 text-xs font-bold tabular-nums text-brand-ink",
        className,
      )}
    >
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
