"use client";

import { Archive, ChevronRight, Languages, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useDeferredValue, useState, type ReactNode } from "react";
import useSWRInfinite from "swr/infinite";
import { Link } from "@/i18n/navigation";
import { KINDS, type Kind } from "@/lib/bank/content";
import type { Locale } from "@/lib/challenges";
import { call, useMe } from "@/lib/client/api";
import { Button, buttonStyle, Select, Switch, TextField } from "@/lib/ui/components";
import { listBank, type BankList, type ListedQuestion } from "@/lib/wire/bank";
import { BANK } from "@/lib/wire/bankParts";
import { Waiting } from "../../shell/Waiting";
import { Exports } from "./Exports";
import type { TopicFacts } from "./facts";

// Below the questions, for those who bring some along.
const FileImport = lazy(async () => ({ default: (await import("./FileImport")).FileImport }));

interface Props {
  readonly topics: readonly TopicFacts[];
  readonly locale: Locale;
}

interface Filter {
  readonly search: string;
  readonly topic: string;
  readonly slip: string;
  readonly kind: string;
  readonly archived: boolean;
}

const EVERYTHING: Filter = { search: "", topic: "", slip: "", kind: "", archived: false };
const queryOf = ({ search, topic, slip, kind, archived }: Filter, after: string | null) => ({
  ...(search.trim() === "" ? {} : { search: search.trim() }),
  ...(topic === "" ? {} : { topic }),
  ...(slip === "" ? {} : { slip }),
  ...(kind === "" ? {} : { kind: kind as Kind }),
  ...(archived ? { archived: "yes" as const } : {}),
  ...(after === null ? {} : { after }),
});

/** One's own questions: found, begun, brought in from files and taken out again. */
export function QuestionBank({ topics, locale }: Props) {
  const t = useTranslations("bank");
  const me = useMe();
  const user = me.data?.user ?? null;
  const member = user !== null && !user.guest;
  const [filter, setFilter] = useState(EVERYTHING);
  const calm = useDeferredValue(filter);
  const { data, error, mutate, size, setSize } = useSWRInfinite(
    (page: number, before: BankList | null) =>
      !member || (page > 0 && before?.after == null) ? null : (["bank", user.id, calm, before?.after ?? null] as const),
    ([, , asked, after]) => call(listBank, { query: queryOf(asked, after) }),
    { keepPreviousData: true },
  );
  if (!me.data) return <Waiting error={me.error} onRetry={() => void me.refresh()} />;
  if (!member)
    return (
      <p className="text-ink">
        <Link href="/signin?next=/teach/questions">{t("signIn")}</Link>
      </p>
    );
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const [{ mayWrite, count }] = data;
  const questions = data.flatMap((page) => page.questions);
  const more = data[data.length - 1].after !== null;
  // Where nothing was ever written there is nothing to look through; what was archived is still found.
  const empty = count === 0 && filter === EVERYTHING && calm === EVERYTHING;
  const change = (next: Partial<Filter>) => setFilter({ ...filter, ...next });
  return (
    <div className="flex flex-col gap-6">
      {mayWrite ? <NewQuestion /> : <p className="m-0 rounded-(--radius) bg-paper-2 p-3 text-ink">{t("noOffice")}</p>}
      <section aria-labelledby="bank-list" className="flex flex-col gap-4">
        <h2 id="bank-list" className="m-0 text-xl font-bold text-ink">
          {t("mine")}
        </h2>
        {empty ? (
          <>
            <p className="m-0 text-ink-2">{t("none")}</p>
            <ArchiveSwitch filter={filter} onChange={change} />
          </>
        ) : (
          <>
            <Filters topics={topics} locale={locale} filter={filter} onChange={change} />
            <p role="status" className="m-0 text-sm text-ink-2" data-testid="bank-count">
              {t("count", { count })}
            </p>
          </>
        )}
        <ul className="m-0 flex list-none flex-col gap-2 p-0 empty:hidden" data-testid="questions">
          {questions.map((question) => (
            <Row key={question.id} question={question} topics={topics} locale={locale} />
          ))}
        </ul>
        {more && (
          <Button variant="secondary" className="self-start" onClick={() => void setSize(size + 1)}>
            {t("more")}
          </Button>
        )}
      </section>
      <Suspense fallback={<div className="min-h-12" />}>
        {mayWrite && <FileImport locale={locale} onAdded={() => void mutate()} />}
      </Suspense>
      <Exports locale={locale} />
    </div>
  );
}

/** A kind, and off to the editor. */
function NewQuestion() {
  const t = useTranslations("bank");
  const [kind, setKind] = useState<Kind>("single");
  return (
    <div className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-paper-2 p-4 sm:flex-row sm:items-end">
      <div className="min-w-0 grow">
        <Select
          label={t("newKind")}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <Link href={`/teach/questions/new?kind=${kind}`} className={buttonStyle()}>
        {t("new")}
      </Link>
    </div>
  );
}

interface FilterProps extends Props {
  readonly filter: Filter;
  readonly onChange: (next: Partial<Filter>) => void;
}

function Filters({ topics, locale, filter, onChange }: FilterProps) {
  const t = useTranslations("bank");
  const all = { value: "", label: t("all") };
  const slips = topics.filter(({ id }) => filter.topic === "" || id === filter.topic).flatMap((topic) => topic.slips);
  return (
    <div role="search" className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <div className="sm:col-span-2 lg:col-span-4">
        <TextField
          type="search"
          label={t("search")}
          value={filter.search}
          maxLength={BANK.search}
          onChange={(event) => onChange({ search: event.target.value })}
        />
      </div>
      <Select
        label={t("topic")}
        options={[all, ...topics.map(({ id, title }) => ({ value: id, label: title[locale] }))]}
        value={filter.topic}
        onChange={(topic) => onChange({ topic, slip: "" })}
      />
      <Select
        label={t("slip")}
        options={[all, ...slips.map(({ id, claim }) => ({ value: id, label: claim[locale] }))]}
        value={filter.slip}
        onChange={(slip) => onChange({ slip })}
      />
      <Select
        label={t("kindLabel")}
        options={[all, ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <ArchiveSwitch filter={filter} onChange={onChange} />
    </div>
  );
}

function ArchiveSwitch({ filter, onChange }: Pick<FilterProps, "filter" | "onChange">) {
  const t = useTranslations("bank");
  return (
    <div className="flex items-end">
      <Switch label={t("showArchive")} checked={filter.archived} onChange={(archived) => onChange({ archived })} />
    </div>
  );
}

interface RowProps extends Props {
  readonly question: ListedQuestion;
}

function Row({ question, topics, locale }: RowProps) {
  const t = useTranslations("bank");
  const { id, title, prompt, kind, topic, missing, version, archived, used } = question;
  const about = topics.find((each) => each.id === topic)?.title[locale];
  const other = locale === "ko" ? prompt.en : prompt.ko;
  return (
    <li>
      <Link
        href={`/teach/questions/${id}`}
        className="flex min-h-11 items-center gap-3 rounded-(--radius) border border-line bg-sheet px-4 py-3 no-underline transition-colors duration-150 hover:border-line-strong hover:bg-paper-2"
      >
        <span className="min-w-0 grow">
          <span className="line-clamp-2 break-words font-semibold text-ink">{title || prompt[locale] || other}</span>
          <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
            <span>{t(`kind.${kind}`)}</span>
            {about && <span>{about}</span>}
            {missing.map((language) => (
              <Mark key={language} icon={<Languages aria-hidden className="size-4" />}>
                {t(`missing.${language}`)}
              </Mark>
            ))}
            {used && <Mark icon={<Lock aria-hidden className="size-4" />}>{t("used")}</Mark>}
            {archived && <Mark icon={<Archive aria-hidden className="size-4" />}>{t("archived")}</Mark>}
            <span>{t("versionNo", { version })}</span>
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}

function Mark({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1">
      {icon}
      {children}
    </span>
  );
}
