import { classNames } from "@/lib/ui/components/classNames";

/** A value of a heat map in hundredths on its colour, ".83", filling its cell; a marked one is ringed and ticked. */
export function Heat({ value, marked, dim = false }: { readonly value: number; readonly marked: boolean; readonly dim?: boolean }) {
  return (
    <span
      className={classNames(
        "absolute inset-0 flex items-center justify-center rounded-[5px] font-mono text-[0.72rem] tabular-nums",
        marked ? "font-bold text-ink outline outline-[3px] -outline-offset-2 outline-brand" : "font-normal",
        dim ? "text-ink-3 line-through" : "text-ink",
      )}
      style={{ background: `color-mix(in oklab, var(--brand-glow) ${dim ? 4 : Math.round(value * 0.55)}%, var(--sheet))` }}
    >
      {`.${String(value).padStart(2, "0")}`}
      {marked ? (
        <span aria-hidden="true" className="absolute right-0.5 top-0 text-[0.6rem] leading-none text-brand">
          ✓
        </span>
      ) : null}
    </span>
  );
}
