"use client";

import { useTranslations } from "next-intl";
import useSWR from "swr";
import { Link } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { readMisconceptions, type Misconceptions } from "@/lib/wire/insight";
import { num } from "@/lib/words";
import { Waiting } from "../../../shell/Waiting";
import { useViewer } from "../../../shell/useViewer";
import { Figure } from "./Figure";
import { Reviews } from "./Reviews";
import { SaveTable } from "./SaveTable";
import { queryOf } from "./useView";
import { Way } from "./Way";
import { useWords } from "./words";

type Idea = Misconceptions["ideas"][number];

/** The board of wrong ideas: which the class holds now, who, since when; and a review for exactly these. */
export function Ideas({ cohort }: { readonly cohort: string }) {
  const t = useTranslations("insight");
  const who = useViewer();
  const { data, error, mutate } = useSWR(who && ["misconceptions", who, cohort], () =>
    call(readMisconceptions, { params: { id: cohort } }),
  );
  const { say, day } = useWords(data?.timeZone);
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  return (
    <section aria-labelledby="ideas" className="flex flex-col gap-4">
      <h2 id="ideas" className="m-0 text-xl font-bold text-ink">
        {t("ideas")}
      </h2>
      <p className="m-0 text-sm text-ink-2">{t("ideasNote")}</p>
      {data.ideas.length === 0 && <p className="m-0 text-ink">{t("noIdeas")}</p>}
      <ul className="m-0 flex list-none flex-col gap-4 p-0 empty:hidden" data-testid="ideas">
        {data.ideas.map((idea) => (
          <IdeaCard key={`${idea.topic}/${idea.idea}`} cohort={cohort} idea={idea} timeZone={data.timeZone} onGiven={() => void mutate()} />
        ))}
      </ul>
      <SaveTable
        name={t("ideas")}
        rows={() => [
          [t("topic"), t("idea"), t("holders"), t("students"), t("since"), t("came"), t("went"), t("names")],
          ...data.ideas.map(({ title, claim, holders, since, came, went }) => [
            say(title),
            say(claim),
            holders.length,
            data.students,
            day(since),
            came,
            went,
            holders.map(({ name }) => name).join(", "),
          ]),
        ]}
      />
    </section>
  );
}

interface IdeaCardProps {
  readonly cohort: string;
  readonly idea: Idea;
  readonly timeZone: string;
  readonly onGiven: () => void;
}

function IdeaCard({ cohort, idea, timeZone, onGiven }: IdeaCardProps) {
  const t = useTranslations("insight");
  const { say, day } = useWords(timeZone);
  const { topic, title, claim, correction, holders, since, came, went, unsure, share } = idea;
  return (
    <li className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4 shadow-1">
      <p className="m-0 text-sm text-ink-2">{say(title)}</p>
      <h3 className="m-0 text-lg font-bold text-ink">“{say(claim)}”</h3>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Figure label={t("share", { holders: num(holders.length) })} figure={share} unit="%" />
        <p className="m-0 text-sm text-ink-2">
          {t("sinceDay", { day: day(since) })}
          {came + went > 0 && <span className="block">{t("trend", { came, went })}</span>}
          {unsure > 0 && <span className="block">{t("unsure", { unsure })}</span>}
        </p>
      </div>
      <p className="m-0 text-ink-2">{say(correction)}</p>
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {holders.map(({ id, name, since: from }) => (
          <li key={id}>
            <Way
              href={queryOf("ideas", { answers: "", member: id, topic, idea: idea.idea })}
              aria-label={t("evidenceOf", { name, day: day(from) })}
              className="inline-flex min-h-11 items-center rounded-full border border-line bg-paper-2 px-3 text-sm text-ink no-underline hover:bg-paper-3"
            >
              {name}
            </Way>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <Reviews cohort={cohort} idea={idea} day={day} onGiven={onGiven} />
        <Link href={`/learn/${topic}`} className="inline-flex min-h-11 items-center text-ink underline underline-offset-4">
          {t("lesson")}
        </Link>
        <Way
          href={queryOf("ideas", { answers: "", topic, idea: idea.idea })}
          className="inline-flex min-h-11 items-center text-ink underline underline-offset-4"
        >
          {t("evidence")}
        </Way>
      </div>
    </li>
  );
}
