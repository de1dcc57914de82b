"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import useSWR from "swr";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, newKey, useMe } from "@/lib/client/api";
import { Button, buttonStyle, Select, TextArea } from "@/lib/ui/components";
import { beginThread } from "@/lib/wire/discussion";
import { listGroups } from "@/lib/wire/groups";
import { useAct } from "../shell/useAct";

/** Takes an attempt that was just graded into a group of one's own, with a question. Shown to whoever is in one. */
export function AskGroup({ attempt, locale }: { readonly attempt: string; readonly locale: Locale }) {
  const t = useTranslations("play");
  const user = useMe().data?.user;
  const who = user && !user.guest ? user.id : null;
  const { data } = useSWR(who && ["my-groups", who], () => call(listGroups));
  const groups = data?.groups.filter(({ archived }) => !archived) ?? [];
  const [asking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  const { busy, refused, act } = useAct();
  if (groups.length === 0) return null;
  const group = groups.find(({ id }) => id === chosen)?.id ?? groups[0].id;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    await act(async () => {
      const body = { on: { attempt }, text };
      const { id } = await call(beginThread, { params: { id: group }, body, key: newKey() });
      setAsked(`/groups/${group}/discussion/${id}`);
    });
  };
  if (asked !== null)
    return (
      <div role="status" className="flex w-full flex-wrap items-center gap-3">
        <span className="font-semibold text-good">{t("askGroupSent")}</span>
        <Link href={asked} className={buttonStyle("secondary", "sm")}>
          {t("askGroupSee")}
        </Link>
      </div>
    );
  if (!asking)
    return (
      <Button size="lg" variant="ghost" onClick={() => setAsking(true)}>
        <MessageCircleQuestion aria-hidden size={18} /> {t("askGroup")}
      </Button>
    );
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={t("askGroup")}
      className="flex w-full flex-col gap-3 rounded-(--radius) border border-line bg-paper p-4"
    >
      {groups.length > 1 && (
        <Select
          label={t("askGroupWhich")}
          value={group}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
      <TextArea
        label={t("askGroupText")}
        autoFocus
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        // Further keys of the page act on the board.
        onKeyDown={(event) => event.stopPropagation()}
      />
      <p className="m-0 text-sm text-ink-2">{t("askGroupHint")}</p>
      {refused !== null && (
        <p role="alert" className="m-0 text-sm font-medium text-bad">
          {refused instanceof ApiError ? refused.text[locale] : t("askGroupFailed")}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy || text.trim() === ""}>
          {t("askGroupSend")}
        </Button>
        <Button variant="ghost" onClick={() => setAsking(false)}>
          {t("askGroupCancel")}
        </Button>
      </div>
    </form>
  );
}
