"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { formulas, loadFormulas } from "./formulas";

/**
 * A formula. Until KaTeX has drawn it, and where it cannot, its TeX stands there. It is drawn into a place that React leaves alone: nodes
 * that KaTeX makes, never HTML as text.
 */
export function Formula({ tex, display }: { readonly tex: string; readonly display: boolean }) {
  const t = useTranslations("noteView");
  const place = useRef<HTMLSpanElement>(null);
  const bad = t("formulaBad");
  useLayoutEffect(() => {
    const here = place.current;
    if (here === null) return;
    here.textContent = tex;
    const draw = formulas();
    if (draw !== null) return draw(here, tex, { display, bad });
    let gone = false;
    loadFormulas().then(
      (drawFormula) => {
        if (!gone) drawFormula(here, tex, { display, bad });
      },
      // Its code did not come: the TeX says it too.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [tex, display, bad]);
  return <span ref={place} data-formula={display ? "display" : "inline"} tabIndex={display ? 0 : undefined} />;
}
