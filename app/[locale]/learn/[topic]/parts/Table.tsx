import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

/**
 * A table that is wider than the phone scrolls inside its own frame, by finger and by arrow keys. The frame is positioned, so that what is
 * only read out (absolute) is cut off with the table and does not widen the page.
 */
export function Table(props: ComponentProps<"table">) {
  const t = useTranslations("lesson");
  return (
    <div
      role="group"
      aria-label={t("table")}
      tabIndex={0}
      className="scroll-cue relative my-6 overflow-x-auto rounded-[var(--radius)] border border-line"
    >
      <table {...props} />
    </div>
  );
}
