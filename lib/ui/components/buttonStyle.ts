import { classNames } from "./classNames";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

// A ghost stays without a ground: with one it would look chosen.
const FAINT = "disabled:bg-paper-3 aria-disabled:bg-paper-3";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: `bg-brand text-brand-ink shadow-1 hover:bg-brand-strong ${FAINT}`,
  secondary: `border border-line-strong bg-paper text-ink hover:bg-paper-2 ${FAINT}`,
  /** What cannot be taken back. */
  danger: `border border-bad bg-paper text-bad hover:bg-bad-wash ${FAINT}`,
  ghost: "text-ink-2 hover:bg-paper-2 hover:text-ink disabled:bg-transparent",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "finger min-h-8 gap-1.5 px-3 text-sm",
  md: "min-h-11 gap-2 px-4 text-base",
  lg: "min-h-13 gap-2.5 px-6 text-lg",
};

/** The look of a button, for links that lead on and for `Button` itself. A plain function: server components use it too. */
export function buttonStyle(variant: ButtonVariant = "primary", size: ButtonSize = "md"): string {
  return classNames(
    "inline-flex cursor-pointer select-none items-center justify-center rounded-[var(--radius)] font-semibold no-underline",
    "transition-[background-color,color,transform] duration-150 ease-out active:translate-y-px",
    "disabled:cursor-not-allowed disabled:text-ink-3 disabled:shadow-none aria-disabled:cursor-not-allowed aria-disabled:text-ink-3 aria-disabled:shadow-none",
    VARIANTS[variant],
    SIZES[size],
  );
}
