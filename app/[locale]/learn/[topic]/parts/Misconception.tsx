import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Boki } from "@/lib/ui/brand";
import { unbroken } from "@/lib/words";
import type { Locale, Topic } from "@/lib/challenges";

export interface MisconceptionProps {
  readonly id: string;
  /** Only the claim is seen at first: for what the text above has just shown, and for several in a row. */
  readonly folded?: boolean;
}

/** A wrong idea that many hold, and what is true instead. */
export function Misconception({
  id,
  folded = false,
  topic,
  locale,
}: MisconceptionProps & { readonly topic: Topic; readonly locale: Locale }) {
  const t = useTranslations("lesson");
  const it = topic.misconceptions.find((m) => m.id === id);
  if (!it) throw new Error(`lesson of "${topic.id}": no misconception "${id}"`);
  const claim = (
    <>
      <b className="block text-sm text-bad">{t("misconception")}</b>
      <span className="text-ink">“{unbroken(it.claim[locale])}”</span>
    </>
  );
  const correction = (
    <p>
      <b className="block text-sm text-good">{t("correction")}</b>
      <span className="text-ink">{unbroken(it.correction[locale])}</span>
    </p>
  );
  if (folded)
    return (
      <aside data-after-answer="" className="not-prose my-3 rounded-[var(--radius)] border border-line bg-paper-2">
        <details>
          <summary className="grid cursor-pointer list-none grid-cols-[1fr_auto] items-center gap-3 px-4 py-2.5 leading-snug [&::-webkit-details-marker]:hidden">
            <span>{claim}</span>
            <ChevronDown aria-hidden="true" className="size-5 text-ink-2 in-open:rotate-180" />
          </summary>
          <div className="px-4 pb-3 leading-relaxed">{correction}</div>
        </details>
      </aside>
    );
  return (
    <aside
      data-after-answer=""
      className="not-prose my-6 grid grid-cols-[1fr_auto] items-end gap-2 rounded-[var(--radius-lg)] border border-line bg-paper-2 p-4 sm:gap-4 sm:p-5"
    >
      <div className="flex flex-col gap-3">
        <p>{claim}</p>
        {correction}
      </div>
      <Boki mood="puzzled" className="size-12 sm:size-20" />
    </aside>
  );
}
