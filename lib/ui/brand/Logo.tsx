import { classNames } from "@/lib/ui/components/classNames";

/** The overlap of the two rounded boxes of the mark: right half of one, left half of the other. */
const OVERLAP = "M17 12h4v4a5 5 0 0 1-5 5h-4v-4a5 5 0 0 1 5-5Z";

/** The mark: two boxes whose intersection glows. IoU as a logo. */
export function LogoMark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 33 33" aria-hidden="true" className={classNames("overflow-visible", className)} fill="none">
      <path d={OVERLAP} fill="var(--brand-glow)" style={{ filter: "drop-shadow(0 0 3px var(--brand-glow))" }} />
      <rect x="3" y="3" width="18" height="18" rx="5" stroke="currentColor" strokeWidth="2.6" />
      <rect x="12" y="12" width="18" height="18" rx="5" stroke="currentColor" strokeWidth="2.6" />
    </svg>
  );
}

/** Mark and name. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-2 text-ink", className)}>
      <LogoMark className="size-8 shrink-0" />
      <span className="bar-xl font-extrabold tracking-tight">BoxUp</span>
    </span>
  );
}
