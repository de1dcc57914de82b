"use client";

import { useTranslations } from "next-intl";
import { Suspense } from "react";
import useSWR from "swr";
import { Link } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Said, useSaying } from "@/lib/questions/Said";
import { Bars } from "@/lib/ui/plots";
import { readItemFigures, type ItemFigures } from "@/lib/wire/insight";
import { num } from "@/lib/words";
import { isOwn, QuestionWords } from "../../../questions/QuestionWords";
import { Waiting } from "../../../shell/Waiting";
import { useViewer } from "../../../shell/useViewer";
import { Figure, How } from "./Figure";
import { Flags } from "./Flags";
import { SaveTable } from "./SaveTable";
import { queryOf } from "./useView";
import { Way } from "./Way";
import { useWords } from "./words";

/** One item in full: its figures, its bands, who chose what, how long it took, and the way to the answers. */
export function ItemPanel({ cohort, item }: { readonly cohort: string; readonly item: string }) {
  const t = useTranslations("insight");
  const who = useViewer();
  const { data, error, mutate } = useSWR(who && ["insight-item", who, cohort, item], () =>
    call(readItemFigures, { params: { id: cohort }, query: { item } }),
  );
  const { say } = useWords();
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const { time } = data;
  return (
    <section aria-labelledby="item" className="flex flex-col gap-6">
      <Way href={queryOf("items")} className="inline-flex min-h-11 items-center self-start text-ink-2 underline underline-offset-4">
        {t("allItems")}
      </Way>
      <div>
        <h2 id="item" className="m-0 break-words text-xl font-bold text-ink">
          {say(data.title)}
        </h2>
        <Flags flags={data.flags} />
      </div>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4 gap-y-5" data-testid="figures">
        <Figure label={t("facility")} figure={data.facility} unit="%" />
        <Figure label={t("discrimination")} figure={data.discrimination} />
        <Figure label={t("efficiency")} figure={data.efficiency} unit="%" />
        {data.weight.n > 0 && <Figure label={t("weight")} figure={data.weight} unit="%" />}
        <p className="m-0 text-sm text-ink-2 empty:hidden">
          {data.deviation !== null && <span className="block">{t("deviation", { value: num(data.deviation) })}</span>}
          {data.itemTotal !== null && <span className="block">{t("itemTotal", { value: num(data.itemTotal) })}</span>}
        </p>
        <p className="m-0 text-sm text-ink-2">
          {time.quartiles === null
            ? t("noTime")
            : t("time", { low: num(time.quartiles[0]), middle: num(time.quartiles[1]), high: num(time.quartiles[2]), n: time.n })}
        </p>
      </div>
      {data.bands.length > 0 && <Bands data={data} />}
      {data.options.length > 0 && <Options data={data} />}
      <Way
        href={queryOf("items", { item, answers: "" })}
        className="inline-flex min-h-11 items-center self-start text-ink underline underline-offset-4"
      >
        {t("toAnswers")}
      </Way>
      {data.works.length > 0 && <Faulty cohort={cohort} data={data} />}
    </section>
  );
}

/** For an item that was at fault: where it can be taken out of what counts, put back, or graded again, assignment by assignment. */
function Faulty({ cohort, data: { item, works } }: { readonly cohort: string; readonly data: ItemFigures }) {
  const t = useTranslations("insight");
  return (
    <section aria-labelledby="faulty" className="flex flex-col gap-1 print:hidden">
      <h3 id="faulty" className="m-0 text-base font-semibold text-ink">
        {t("faulty")}
      </h3>
      <ul className="m-0 flex list-none flex-col p-0" data-testid="faulty">
        {works.map(({ id, title, voided }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <Link
              href={`/teach/${cohort}/work/${id}/item?${new URLSearchParams({ item })}`}
              className="inline-flex min-h-11 items-center wrap-anywhere text-ink underline underline-offset-4"
            >
              {t("faultyIn", { work: title })}
            </Link>
            {voided && <span className="text-sm text-ink-2">{t("takenOut")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bands({ data: { bands, measure, item } }: { readonly data: ItemFigures }) {
  const t = useTranslations("insight");
  const { say } = useWords();
  const label = measure === null ? t("bands") : t("bandsOf", { measure: say(measure) });
  return (
    <div className="flex flex-col gap-3">
      <Bars
        label={label}
        most={100}
        marked={bands.find(({ hard }) => hard)?.band}
        bars={bands.map(({ band, facility }) => ({
          id: band,
          title: band,
          value: facility.value ?? 0,
          text: t("barText", { value: facility.value === null ? "–" : num(facility.value), n: facility.n }),
        }))}
      />
      <ul className="m-0 flex list-none flex-wrap gap-x-5 gap-y-1 p-0 text-sm">
        {bands.map(({ band, facility, hard }) => (
          <li key={band} className="flex items-center">
            <Way
              href={queryOf("items", { item, band, answers: "" })}
              className="inline-flex min-h-11 items-center text-ink underline underline-offset-4"
            >
              {hard ? t("hardBand", { band }) : band}
            </Way>
            <How label={band} how={facility.how} />
          </li>
        ))}
      </ul>
      <SaveTable
        name={label}
        rows={() => [
          [label, t("facility"), t("low"), t("high"), "n"],
          ...bands.map(({ band, facility: { value, interval, n } }) => [band, value, interval?.[0] ?? null, interval?.[1] ?? null, n]),
        ]}
      />
    </div>
  );
}

function Options({ data }: { readonly data: ItemFigures }) {
  const { locale } = useWords();
  return (
    <Suspense>
      <QuestionWords markdown={isOwn(data.item)} shown={data.options} locale={locale}>
        <Choices options={data.options} />
      </QuestionWords>
    </Suspense>
  );
}

function Choices({ options }: Pick<ItemFigures, "options">) {
  const t = useTranslations("insight");
  const { say } = useWords();
  const { plain } = useSaying();
  return (
    <div className="flex flex-col gap-3">
      <Bars
        label={t("options")}
        most={100}
        stacked
        marked={options.find(({ right }) => right)?.option}
        bars={options.map(({ option, text, right, share, implausible }) => ({
          id: option,
          title: plain(say(text)),
          shown: (
            <>
              <Said text={say(text)} />
              {right && ` (${t("right")})`}
            </>
          ),
          aside: <How label={plain(say(text))} how={share.how} />,
          value: share.value ?? 0,
          text: implausible
            ? t("implausible", { value: num(share.value ?? 0) })
            : t("barText", { value: share.value === null ? "–" : num(share.value), n: share.n }),
        }))}
      />
      <SaveTable
        name={t("options")}
        rows={() => [
          [t("options"), t("right"), "%", t("low"), t("high"), "n"],
          ...options.map(({ text, right, share: { value, interval, n } }) => [
            say(text),
            right ? 1 : 0,
            value,
            interval?.[0] ?? null,
            interval?.[1] ?? null,
            n,
          ]),
        ]}
      />
    </div>
  );
}
