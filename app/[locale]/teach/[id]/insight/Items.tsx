"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import useSWR from "swr";
import { call } from "@/lib/client/api";
import { Select } from "@/lib/ui/components";
import { listItems, type ItemList } from "@/lib/wire/insight";
import { num } from "@/lib/words";
import { useMore } from "../../../shell/useMore";
import { Waiting } from "../../../shell/Waiting";
import { useViewer } from "../../../shell/useViewer";
import { Figure } from "./Figure";
import { Flags } from "./Flags";
import { ItemPanel } from "./ItemPanel";
import { SaveTable } from "./SaveTable";
import { queryOf, useView } from "./useView";
import { Way } from "./Way";
import { useWords } from "./words";

const ALL = "";
/** Items that are shown at a time. */
const AT_A_TIME = 12;

/** The items of the class's work: how easy each is, and whether it tells apart; or one of them in full. */
export function Items({ cohort }: { readonly cohort: string }) {
  const { item, assignment } = useView();
  return item === null ? <ItemTable cohort={cohort} assignment={assignment} /> : <ItemPanel cohort={cohort} item={item} />;
}

function ItemTable({ cohort, assignment }: { readonly cohort: string; readonly assignment: string | undefined }) {
  const t = useTranslations("insight");
  const who = useViewer();
  const router = useRouter();
  const { data, error, mutate } = useSWR(who && ["insight-items", who, cohort, assignment], () =>
    call(listItems, { params: { id: cohort }, query: { assignment } }),
  );
  const { say } = useWords();
  const { most, more } = useMore(data?.items.length ?? 0, AT_A_TIME);
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const { whole } = data;
  // What may be wrong with a question is not looked for behind the others.
  const items = data.items.toSorted((a, b) => Number(b.flags.length > 0) - Number(a.flags.length > 0));
  return (
    <section aria-labelledby="items" className="flex flex-col gap-5">
      <h2 id="items" className="m-0 text-xl font-bold text-ink">
        {t("items")}
      </h2>
      {data.assignments.length > 0 && (
        <div className="max-w-sm print:hidden">
          <Select
            label={t("ofWork")}
            value={assignment ?? ALL}
            options={[{ value: ALL, label: t("allWork") }, ...data.assignments.map(({ id, title }) => ({ value: id, label: title }))]}
            onChange={(chosen) => router.push(queryOf("items", chosen === ALL ? {} : { assignment: chosen }), { scroll: false })}
          />
        </div>
      )}
      {items.length === 0 && <p className="m-0 text-ink-2">{t("noAnswers")}</p>}
      {whole.consistency.n > 0 && <Whole whole={whole} />}
      <ul className="m-0 flex list-none flex-col divide-y divide-line p-0 empty:hidden" data-testid="items">
        {items.map((each, place) => (
          // On paper all of them stand.
          <li
            key={each.item}
            className={`${place < most ? "grid" : "hidden print:grid"} grid-cols-2 gap-x-6 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_11rem_13rem]`}
          >
            <div className="col-span-2 min-w-0 sm:col-span-1">
              <Way
                href={queryOf("items", { item: each.item })}
                className="line-clamp-3 break-words font-semibold text-ink underline underline-offset-4"
              >
                {say(each.title)}
              </Way>
              <Flags flags={each.flags} />
            </div>
            <Figure label={t("facility")} figure={each.facility} unit="%" />
            <Figure label={t("discrimination")} figure={each.discrimination} />
          </li>
        ))}
      </ul>
      {more}
      <SaveTable
        name={t("items")}
        rows={() => [
          ["id", t("item"), t("facility"), t("low"), t("high"), "n", t("discrimination"), t("low"), t("high"), "n", t("flags")],
          ...items.map(({ item, title, facility, discrimination, flags }) => [
            item,
            say(title),
            ...[facility, discrimination].flatMap(({ value, interval, n }) => [value, interval?.[0] ?? null, interval?.[1] ?? null, n]),
            flags.map(({ reason }) => say(reason)).join(" "),
          ]),
        ]}
      />
    </section>
  );
}

function Whole({ whole }: { readonly whole: ItemList["whole"] }) {
  const t = useTranslations("insight");
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-4 rounded-(--radius) border border-line bg-sheet p-4">
      <Figure label={t("consistency")} figure={whole.consistency} unit="%" />
      <p className="m-0 text-sm text-ink-2">
        {whole.mean !== null && <span className="block">{t("wholeMean", { mean: num(whole.mean) })}</span>}
        {whole.deviation !== null && <span className="block">{t("wholeDeviation", { deviation: num(whole.deviation) })}</span>}
        {whole.errorRatio !== null && <span className="block">{t("errorRatio", { ratio: num(whole.errorRatio) })}</span>}
      </p>
    </div>
  );
}
