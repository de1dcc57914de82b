"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/lib/ui/components";
import { NotHere } from "../NotHere";
import { Waiting } from "../../shell/Waiting";
import { useThreads, type About } from "./data";
import { ThreadCard, type Place } from "./ThreadCard";

interface Props extends Place {
  readonly about: About;
}

/** What a group asks itself about a note, at a session, or at all: what waits for an answer first, what has one once somebody looks for it. */
export function Discussion({ about, ...place }: Props) {
  const t = useTranslations("discussion");
  const groups = useTranslations("groups");
  const { data, gone, error, refresh, more } = useThreads(place.group, about, "open");
  const [wantsDone, setWantsDone] = useState(false);
  const done = useThreads(place.group, about, "answered", wantsDone);
  if (gone) return <NotHere text={groups("notHereNote")} />;
  if (!data) return <Waiting error={error} onRetry={refresh} />;
  const changed = () => {
    refresh();
    done.refresh();
  };
  const { people, me, owner, archived } = data;
  const all = { ...place, people, me, owner, archived, onChanged: changed };
  return (
    <div className="flex flex-col gap-6" data-testid="discussion">
      <section aria-labelledby="waiting" className="flex flex-col gap-3">
        <h2 id="waiting" className="m-0 text-xl font-bold text-ink">
          {t("waiting")}
        </h2>
        {data.threads.length === 0 && (
          <p className="m-0 text-ink-2">
            {t("none")} {!archived && t("noneHint")}
          </p>
        )}
        {data.threads.map((thread) => (
          <ThreadCard key={thread.id} {...all} thread={thread} />
        ))}
        {more && (
          <Button variant="secondary" className="self-center" onClick={more}>
            {t("more")}
          </Button>
        )}
      </section>
      {!wantsDone ? (
        <Button variant="ghost" className="self-start" onClick={() => setWantsDone(true)}>
          {t("showDone")}
        </Button>
      ) : (
        <section aria-labelledby="done" className="flex flex-col gap-3">
          <h2 id="done" className="m-0 text-xl font-bold text-ink">
            {t("done")}
          </h2>
          {done.data?.threads.map((thread) => (
            <ThreadCard key={thread.id} {...all} thread={thread} />
          ))}
          {done.more && (
            <Button variant="secondary" className="self-center" onClick={done.more}>
              {t("more")}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
