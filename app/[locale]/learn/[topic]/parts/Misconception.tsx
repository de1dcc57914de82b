import { useTranslations } from "next-intl";
import { Boki } from "@/lib/ui/brand";
import { unbroken } from "@/lib/words";
import type { Locale, Topic } from "@/lib/challenges";

export interface MisconceptionProps {
  readonly id: string;
}

/** A wrong idea that many hold, and what is true instead. */
export function Misconception({ id, topic, locale }: MisconceptionProps & { readonly topic: Topic; readonly locale: Locale }) {
  const t = useTranslations("lesson");
  const it = topic.misconceptions.find((m) => m.id === id);
  if (!it) throw new Error(`lesson of "${topic.id}": no misconception "${id}"`);
  return (
    <aside
      data-after-answer=""
      className="not-prose my-6 grid grid-cols-[1fr_auto] items-end gap-4 rounded-[var(--radius-lg)] border border-line bg-paper-2 p-5"
    >
      <div className="flex flex-col gap-3">
        <p>
          <b className="block text-sm text-bad">{t("misconception")}</b>
          <span className="text-ink">“{unbroken(it.claim[locale])}”</span>
        </p>
        <p>
          <b className="block text-sm text-good">{t("correction")}</b>
          <span className="text-ink">{unbroken(it.correction[locale])}</span>
        </p>
      </div>
      <Boki mood="puzzled" className="size-20" />
    </aside>
  );
}
