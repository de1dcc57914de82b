"use client";

import { Check, EyeOff, Flag, Heart, HelpCircle, Lightbulb, Pencil, ThumbsUp, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState, type ComponentType } from "react";
import { call } from "@/lib/client/api";
import { Button, classNames, Select } from "@/lib/ui/components";
import { changeComment, complain, deleteComment, setSign, type NewComplaint } from "@/lib/wire/discussion";
import { COMPLAINT_REASONS, SIGNS, type Comment, type Sign } from "@/lib/wire/discussionParts";
import type { Person } from "@/lib/wire/groupParts";
import { Problem } from "../../shell/Problem";
import { useNames } from "../words";
import { Composer } from "./Composer";
import { Words } from "./Words";

const SIGN_ICONS: Readonly<Record<Sign, ComponentType<{ className?: string; "aria-hidden"?: boolean }>>> = {
  thanks: Heart,
  clear: Lightbulb,
  same: HelpCircle,
  agree: ThumbsUp,
};

interface Props {
  readonly group: string;
  readonly comment: Comment;
  readonly people: readonly Person[];
  readonly me: string;
  readonly owner: boolean;
  readonly archived: boolean;
  readonly onChanged: () => void;
}

/** One comment with what one may do with it: sign it with a tap, word one's own anew or take it back, report another's, hide as an owner. */
export function CommentView({ group, comment, people, me, owner, archived, onChanged }: Props) {
  const t = useTranslations("discussion");
  const locale = useLocale();
  const nameOf = useNames(people);
  const [doing, setDoing] = useState<"edit" | "delete" | "report" | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const { id, text, state } = comment;
  const params = { id: group, comment: id };
  const mine = comment.by === me;
  const act = async (change: () => Promise<unknown>) => {
    setRefused(null);
    setDoing(null);
    try {
      await change();
    } catch (error) {
      setRefused(error);
    }
    onChanged();
  };
  const edit = async (words: string) => {
    await call(changeComment, { params, body: { text: words } });
    setDoing(null);
    onChanged();
  };
  return (
    <div data-comment={id} data-state={state} className="flex flex-col gap-1.5">
      <p className="m-0 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-2">
        <b className="break-words font-semibold text-ink">{nameOf(comment.by)}</b>
        <time dateTime={comment.createdAt}>
          {new Date(comment.createdAt).toLocaleString(locale, { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" })}
        </time>
        {comment.edited && state !== "deleted" && <span>{t("edited")}</span>}
      </p>
      {state === "hidden" && text !== null && <p className="m-0 text-sm font-semibold text-warn">{t("hiddenMine")}</p>}
      {text === null && <p className="m-0 italic text-ink-2">{t(state === "deleted" ? "deleted" : "hidden")}</p>}
      {text !== null && doing !== "edit" && <Words text={text} nameOf={nameOf} />}
      {text !== null && doing === "edit" && (
        <Composer
          label={t("edit")}
          action={t("save")}
          focus
          people={people}
          me={me}
          text={text}
          onSend={edit}
          onCancel={() => setDoing(null)}
        />
      )}
      {text !== null && doing === null && (
        <div className="flex flex-wrap items-center gap-x-1 gap-y-1.5">
          <Signs group={group} comment={comment} me={me} archived={archived} nameOf={nameOf} onChanged={onChanged} />
          <span role="group" aria-label={t("actions")} className="ml-auto flex flex-wrap">
            {mine && !archived && <Act icon={Pencil} label={t("edit")} onPress={() => setDoing("edit")} />}
            {mine && !archived && <Act icon={Trash2} label={t("delete")} onPress={() => setDoing("delete")} />}
            {!mine && !comment.reported && <Act icon={Flag} label={t("report")} onPress={() => setDoing("report")} />}
            {comment.reported && <span className="inline-flex min-h-9 items-center px-2 text-sm text-ink-2">{t("reported")}</span>}
            {owner && (
              <Act
                icon={EyeOff}
                label={t(state === "hidden" ? "show" : "hide")}
                onPress={() => void act(() => call(changeComment, { params, body: { hidden: state !== "hidden" } }))}
              />
            )}
          </span>
        </div>
      )}
      {doing === "delete" && (
        <div role="group" aria-label={t("delete")} className="flex flex-wrap items-center gap-2 text-sm text-ink">
          {t("deleteSure")}
          <Button size="sm" variant="danger" autoFocus onClick={() => void act(() => call(deleteComment, { params }))}>
            {t("deleteNow")}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setDoing(null)}>
            {t("cancel")}
          </Button>
        </div>
      )}
      {doing === "report" && (
        <ReportForm
          group={group}
          about={{ comment: id }}
          onDone={() => void act(() => Promise.resolve())}
          onCancel={() => setDoing(null)}
        />
      )}
      <Problem error={refused} />
    </div>
  );
}

function Act({ icon: Icon, label, onPress }: { readonly icon: typeof Pencil; readonly label: string; readonly onPress: () => void }) {
  return (
    <Button size="sm" variant="ghost" className="px-2 text-ink-2" onClick={onPress}>
      <Icon aria-hidden className="size-4" />
      {label}
    </Button>
  );
}

/** The signs under a comment, each with how many put it there and whether one did oneself. */
function Signs({
  group,
  comment,
  me,
  archived,
  nameOf,
  onChanged,
}: Pick<Props, "group" | "comment" | "me" | "archived" | "onChanged"> & { readonly nameOf: (member: string) => string }) {
  const t = useTranslations("discussion");
  const [refused, setRefused] = useState<unknown>(null);
  const put = async (sign: Sign, on: boolean) => {
    setRefused(null);
    try {
      await call(setSign, { params: { id: group, comment: comment.id, sign }, body: { on } });
    } catch (error) {
      setRefused(error);
    }
    onChanged();
  };
  return (
    <span role="group" aria-label={t("signs")} className="flex flex-wrap gap-1">
      {SIGNS.map((sign) => {
        const members = comment.signs.find((each) => each.sign === sign)?.members ?? [];
        const on = members.includes(me);
        const Icon = SIGN_ICONS[sign];
        const said =
          members.length === 0 ? t(sign) : t("signBy", { sign: t(sign), count: members.length, names: members.map(nameOf).join(", ") });
        return (
          <button
            key={sign}
            type="button"
            data-sign={sign}
            aria-pressed={on}
            aria-label={said}
            title={said}
            aria-disabled={archived}
            onClick={() => !archived && void put(sign, !on)}
            className={classNames(
              "inline-flex min-h-9 min-w-9 cursor-pointer items-center justify-center gap-1 rounded-full border px-2 text-sm font-semibold tabular-nums",
              on ? "border-brand bg-brand-wash text-ink" : "border-line text-ink-2 hover:border-line-strong",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {members.length > 0 && members.length}
            {on && <Check aria-hidden className="size-3" strokeWidth={3} />}
          </button>
        );
      })}
      <Problem error={refused} />
    </span>
  );
}

interface ReportProps {
  readonly group: string;
  readonly about: NewComplaint["about"];
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Tells the owners of something, with a reason. */
export function ReportForm({ group, about, onDone, onCancel }: ReportProps) {
  const t = useTranslations("discussion");
  const [reason, setReason] = useState<NewComplaint["reason"]>("unkind");
  const [refused, setRefused] = useState<unknown>(null);
  const send = async () => {
    setRefused(null);
    try {
      await call(complain, { params: { id: group }, body: { about, reason } });
      onDone();
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <div role="group" aria-label={t("report")} className="flex flex-col gap-2 rounded-(--radius) border border-line p-3">
      <Select
        label={t("reason")}
        value={reason}
        options={COMPLAINT_REASONS.map((value) => ({ value, label: t(value) }))}
        onChange={setReason}
      />
      <p className="m-0 text-sm text-ink-2">{t("reportNote")}</p>
      <Problem error={refused} />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="secondary" onClick={() => void send()}>
          {t("reportNow")}
        </Button>
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </div>
  );
}
