"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { ApiError, call, newKey } from "@/lib/client/api";
import { Button, Note, Segmented, Select, TextField } from "@/lib/ui/components";
import { addItem, type PeerSession } from "@/lib/wire/peerSessions";
import { ITEM_MAX, type ItemType } from "@/lib/wire/groupParts";
import { Problem } from "../../../../shell/Problem";
import { useNames } from "../../../words";

const TYPES = ["question", "task", "look-up"] as const;

/** Something that stays open until somebody closes it. */
export function NewItem({ session, onAdded }: { readonly session: PeerSession; readonly onAdded: () => void }) {
  const t = useTranslations("peer");
  const nameOf = useNames(session.people);
  const [type, setType] = useState<ItemType>("question");
  const [text, setText] = useState("");
  const [assignee, setAssignee] = useState("");
  const [wrong, setWrong] = useState(false);
  const [kept, setKept] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const here = session.people.filter(({ state }) => state === "in");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const empty = text.trim() === "";
    setWrong(empty);
    setRefused(null);
    setKept(false);
    if (empty) return;
    const body = { session: session.id, type, text, assignee: assignee === "" ? null : assignee };
    setText("");
    setAssignee("");
    try {
      await call(addItem, { params: { id: session.group.id }, body, key: newKey(), onKept: () => setKept(true) });
      setKept(false);
    } catch (error) {
      // Nothing typed is lost.
      setText(body.text);
      setAssignee(assignee);
      setRefused(error);
    }
    onAdded();
  };
  const here422 = refused instanceof ApiError && refused.field === "text";
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="flex flex-col gap-3 rounded-(--radius-lg) border border-dashed border-line-strong p-4"
      data-testid="new-item"
    >
      <Segmented label={t("kind")} value={type} options={TYPES.map((value) => ({ value, label: t(value) }))} onChange={setType} />
      <TextField
        label={t(`${type}Label`)}
        maxLength={ITEM_MAX}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        problem={here422 ? t("textHidden") : wrong ? t("textRule") : undefined}
      />
      <Select
        label={t("assignee")}
        value={assignee}
        options={[{ value: "", label: t("nobody") }, ...here.map(({ id }) => ({ value: id, label: nameOf(id) }))]}
        onChange={setAssignee}
      />
      {!here422 && <Problem error={refused} />}
      <Note>{kept && t("kept")}</Note>
      <Button type="submit" className="self-start">
        {t("add")}
      </Button>
    </form>
  );
}
