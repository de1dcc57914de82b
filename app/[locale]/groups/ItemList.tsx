"use client";

import { Check, CircleHelp, ListTodo, RotateCcw, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ComponentType, type SubmitEvent } from "react";
import { Link } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button, classNames, Select, TextArea } from "@/lib/ui/components";
import { changeItem, type ItemChange } from "@/lib/wire/peerSessions";
import type { ItemType, OpenItem, Person } from "@/lib/wire/groupParts";
import { Problem } from "../shell/Problem";
import { useDay, useNames } from "./words";

const ITEM_ICONS: Readonly<Record<ItemType, ComponentType<{ className?: string; "aria-hidden"?: boolean }>>> = {
  question: CircleHelp,
  task: ListTodo,
  "look-up": Search,
};

interface Props {
  readonly group: string;
  /** Where what is closed is closed in. */
  readonly session?: string;
  readonly items: readonly OpenItem[];
  readonly people: readonly Person[];
  readonly archived: boolean;
  /** Shows what was done at once; the server's word comes behind it. */
  readonly onChanged: (item: string, change: ItemChange) => void;
  /** Once the server has answered, whatever it said. */
  readonly onSettled: () => void;
}

/** Questions, tasks and things to look up, each with the ways to close it; a closed one can be opened again where it stands. */
export function ItemList({ items, ...rest }: Props) {
  return (
    <ul className="m-0 flex list-none flex-col gap-2 p-0">
      {items.map((item) => (
        <Item key={item.id} item={item} {...rest} />
      ))}
    </ul>
  );
}

function Item({ item, group, session, people, archived, onChanged, onSettled }: Omit<Props, "items"> & { readonly item: OpenItem }) {
  const t = useTranslations("peer");
  const day = useDay();
  const nameOf = useNames(people);
  const [answering, setAnswering] = useState(false);
  const [answer, setAnswer] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const { closed } = item;
  const Icon = ITEM_ICONS[item.type];

  const change = async (body: ItemChange) => {
    setRefused(null);
    setAnswering(false);
    onChanged(item.id, body);
    try {
      await call(changeItem, { params: { id: group, item: item.id }, body });
    } catch (error) {
      setRefused(error);
    }
    onSettled();
  };
  const close = (end: "done" | "dropped", said = "") =>
    void change({
      closed: { end, ...(said.trim() === "" ? {} : { answer: said }), ...(session === undefined ? {} : { session }) },
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    close("done", answer);
  };
  return (
    <li
      data-item={item.id}
      data-open={closed === null}
      className={classNames("rounded-(--radius) border p-3", closed === null ? "border-line bg-sheet" : "border-line bg-paper-2")}
    >
      <div className="flex items-start gap-3">
        <Icon aria-hidden className={classNames("mt-1 size-5 shrink-0", closed === null ? "text-brand" : "text-ink-3")} />
        <div className="min-w-0 grow">
          <p className={classNames("m-0 break-words", closed === null ? "font-semibold text-ink" : "text-ink-2")}>
            <span className="sr-only">{t(item.type)}: </span>
            {item.text}
          </p>
          <p className="m-0 mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-2">
            <span>{nameOf(item.by)}</span>
            <Link href={`/groups/${group}/sessions/${item.session}`} className="text-ink-2 underline underline-offset-4">
              {day(item.date)}
            </Link>
            {closed === null && item.waited > 0 && (
              <span className={item.waited > 2 ? "font-semibold text-warn" : ""}>{t("waited", { count: item.waited })}</span>
            )}
            {item.assignee !== null && <span className="font-semibold text-ink">{t("for", { name: nameOf(item.assignee) })}</span>}
          </p>
          {item.source !== null && (
            <p className="m-0 mt-1 break-words text-sm text-ink-2">
              {t("source")} <q>{item.source}</q>
            </p>
          )}
          {closed !== null && (
            <p className="m-0 mt-2 whitespace-pre-wrap break-words border-l-4 border-good pl-3 text-ink">
              <span className="text-sm font-semibold text-good">
                {t(closed.end === "done" ? `${item.type}Done` : "dropped", { name: nameOf(closed.by), date: day(closed.on) })}
              </span>
              {closed.answer !== null && `\n${closed.answer}`}
            </p>
          )}
        </div>
      </div>
      <Problem error={refused} />
      {!archived && answering && (
        <form onSubmit={submit} className="mt-3 flex flex-col gap-2">
          <TextArea label={t("answer")} maxLength={1000} autoFocus value={answer} onChange={(event) => setAnswer(event.target.value)} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" size="sm">
              {t(`${item.type}Close`)}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setAnswering(false)}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      )}
      {!archived && !answering && (
        <div className="mt-2 flex flex-wrap items-center gap-1.5">
          {closed === null ? (
            <>
              <Button size="sm" variant="secondary" onClick={() => (item.type === "task" ? close("done") : setAnswering(true))}>
                <Check aria-hidden className="size-4" />
                {t(`${item.type}Act`)}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => close("dropped")}>
                <X aria-hidden className="size-4" />
                {t("drop")}
              </Button>
              <Assign item={item} people={people} onAssign={(assignee) => void change({ assignee })} />
            </>
          ) : (
            <Button size="sm" variant="ghost" onClick={() => void change({ closed: null })}>
              <RotateCcw aria-hidden className="size-4" />
              {t("reopen")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Assign({
  item,
  people,
  onAssign,
}: {
  readonly item: OpenItem;
  readonly people: readonly Person[];
  readonly onAssign: (assignee: string | null) => void;
}) {
  const t = useTranslations("peer");
  const nameOf = useNames(people);
  const here = people.filter(({ state }) => state === "in");
  return (
    <div className="ml-auto max-w-full">
      <Select
        inline
        label={t("assignee")}
        value={item.assignee ?? ""}
        options={[{ value: "", label: t("nobody") }, ...here.map(({ id }) => ({ value: id, label: nameOf(id) }))]}
        onChange={(value) => onAssign(value === "" ? null : value)}
      />
    </div>
  );
}

/** Items as they are once `change` is through. */
export const changedItems = (items: readonly OpenItem[], id: string, change: ItemChange, me: string, today: string): OpenItem[] =>
  items.map((item) => {
    if (item.id !== id) return item;
    const { closed, assignee, text } = change;
    return {
      ...item,
      ...(text === undefined ? {} : { text }),
      ...(assignee === undefined ? {} : { assignee }),
      ...(closed === undefined ? {} : { closed: closed && { end: closed.end, answer: closed.answer ?? null, by: me, on: today } }),
    };
  });
