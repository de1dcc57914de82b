import type { ComponentProps } from "react";

/** Spans of a lesson are those of its formulas: one on its own line can be wider than a phone, so it can be scrolled by keyboard too. */
export function Span(props: ComponentProps<"span">) {
  return props.className === "katex-display" ? <span {...props} tabIndex={0} /> : <span {...props} />;
}
