import { classNames } from "@/lib/ui/components/classNames";

export interface MasteryBoxProps {
  /** 0–1: how much of the topic is mastered. */
  readonly value: number;
  readonly done?: boolean;
  readonly className?: string;
}

/** A ring of mastery, square as all things here are: the edge of the box fills clockwise; a finished lesson fills its heart. */
export function MasteryBox({ value, done = false, className }: MasteryBoxProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" className={classNames("shrink-0", className)} fill="none">
      <rect x="4" y="4" width="28" height="28" rx="8" fill="var(--sheet)" stroke="var(--line)" strokeWidth="4" />
      {/* Clockwise from the middle of the upper edge. */}
      <path
        d="M18 4h6a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8V12a8 8 0 0 1 8-8h6"
        stroke="var(--brand)"
        strokeWidth="4"
        strokeLinecap={share > 0 ? "round" : "butt"}
        pathLength={1}
        strokeDasharray={`${share} 2`}
        style={{ transition: "stroke-dasharray 250ms ease-out", opacity: share > 0 ? 1 : 0 }}
      />
      {done ? <path d="m12.5 18.5 4 4 7.5-9" stroke="var(--ink)" strokeWidth="3.2" strokeLinecap="round" strokeLinejoin="round" /> : null}
    </svg>
  );
}
