import { useTranslations } from "next-intl";
import { Boki, MasteryBox } from "@/lib/ui/brand";
import { classNames } from "@/lib/ui/components/classNames";

const STATES = [
  { name: "new", value: 0, done: false },
  { name: "done", value: 0, done: true },
  { name: "growing", value: 0.6, done: true },
  { name: "full", value: 1, done: true },
] as const;

/** What the edges of the map's boxes mean. */
export function MapLegend({ wide }: { readonly wide: boolean }) {
  const t = useTranslations("map.legend");
  return (
    <aside
      aria-label={t("title")}
      className={classNames("relative rounded-[var(--radius-lg)] bg-paper-2 p-5", wide ? "lg:col-span-2" : "lg:mt-11")}
    >
      <Boki mood="curious" className="absolute -top-10 right-5 size-16" />
      <p className="mb-3 font-bold text-ink">{t("title")}</p>
      <ul className={classNames("grid list-none gap-3 p-0", wide && "sm:grid-cols-2 lg:grid-cols-4")}>
        {STATES.map(({ name, value, done }) => (
          <li key={name} className="flex items-center gap-3 text-sm text-ink-2">
            <MasteryBox value={value} done={done} className="size-8" />
            {t(name)}
          </li>
        ))}
      </ul>
    </aside>
  );
}
