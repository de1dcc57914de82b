"use client";

import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { blank, KINDS, type Content } from "@/lib/bank";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, useMe } from "@/lib/client/api";
import { readQuestion, type BankQuestionRead } from "@/lib/wire/bank";
import { Nothing } from "../../../shell/Nothing";
import { Waiting } from "../../../shell/Waiting";
import type { TopicFacts } from "../facts";
import { Editor } from "./Editor";

interface Props {
  readonly id: string;
  readonly topics: readonly TopicFacts[];
  readonly locale: Locale;
}

/** A question that is there, or one that begins. */
export function QuestionDesk({ id, topics, locale }: Props) {
  const t = useTranslations("bank");
  const user = useMe().data?.user ?? null;
  const search = useSearchParams();
  const fresh = id === "new";
  // What the editor began with stays, whatever comes meanwhile: a save says itself where another was first.
  const [opened, setOpened] = useState(0);
  const { data, error, mutate } = useSWR(
    fresh || user === null ? null : ["bank-question", user.id, id, opened],
    () => call(readQuestion, { params: { id } }),
    { revalidateOnFocus: false, revalidateOnReconnect: false, revalidateIfStale: false },
  );
  const kind = KINDS.find((each) => each === search.get("kind")) ?? "single";
  if (error instanceof ApiError && error.status === 404)
    return <Nothing title={t("notHere")} text={t("notHereNote")} href="/teach/questions" way={t("toBank")} />;
  if (fresh) return <Editor key={kind} question={begun(blank(kind))} topics={topics} locale={locale} onReload={() => undefined} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  return <Editor key={`${id}.${opened}`} question={data} topics={topics} locale={locale} onReload={() => setOpened(opened + 1)} />;
}

const begun = (content: Content): BankQuestionRead => ({
  id: "",
  version: 0,
  content,
  archived: false,
  used: false,
  mayWrite: true,
  versions: [],
});
