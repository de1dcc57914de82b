"use client";

import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type SubmitEvent } from "react";
import { handlesOf, keptText, typedText } from "@/lib/groups/mentions";
import { Button, TextArea } from "@/lib/ui/components";
import { COMMENT_BYTES } from "@/lib/wire/discussionParts";
import type { Person } from "@/lib/wire/groupParts";
import { Problem } from "../../shell/Problem";
import { useNames } from "../words";

interface Props {
  readonly label: string;
  readonly action: string;
  readonly people: readonly Person[];
  readonly me: string;
  /** What stands there first, as it is kept. */
  readonly text?: string;
  readonly focus?: boolean;
  /** Sends the text as it is kept. What it throws is shown, and what was typed stays. `onKept`: it waits for the network. */
  readonly onSend: (text: string, onKept: () => void) => Promise<void>;
  readonly onCancel?: () => void;
}

/** A field for a comment. Members are chosen from a list, by "@" or by the button; what is kept of them is who they are, not their name. */
export function Composer({ label, action, people, me, text = "", focus = false, onSend, onCancel }: Props) {
  const t = useTranslations("discussion");
  const nameOf = useNames(people);
  const here = people.filter(({ state, id }) => state === "in" && id !== me);
  const handles = handlesOf(here.map(({ id }) => ({ id, name: nameOf(id) })));
  const [typed, setTyped] = useState(() => typedText(text, handles));
  const [busy, setBusy] = useState<"no" | "sending" | "kept">("no");
  const [picking, setPicking] = useState(false);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const field = () => form.current?.querySelector("textarea") ?? null;
  // What stands behind an "@" that was just typed.
  const [begun, setBegun] = useState("");
  const offered = handles.filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase()));

  const pick = (name: string) => {
    const area = field();
    const caret = area?.selectionStart ?? typed.length;
    const before = typed.slice(0, caret).replace(/@[^\s@]*$/, "");
    const gap = before === "" || /\s$/.test(before) ? "" : " ";
    setTyped(`${before}${gap}@${name} ${typed.slice(caret)}`);
    setPicking(false);
    setBegun("");
    area?.focus();
  };
  const long = new TextEncoder().encode(keptText(typed, handles)).length > COMMENT_BYTES;
  const problem = long ? t("tooLong") : tried && typed.trim() === "" ? t("empty") : undefined;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    setRefused(null);
    if (long || typed.trim() === "") return;
    setBusy("sending");
    try {
      await onSend(keptText(typed, handles), () => setBusy("kept"));
      setTyped("");
      setTried(false);
    } catch (error) {
      setRefused(error);
    }
    setBusy("no");
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-2">
      <TextArea
        label={label}
        rows={2}
        autoFocus={focus}
        value={typed}
        problem={problem}
        onChange={(event) => {
          setTyped(event.target.value);
          const name = /@([^\s@]*)$/.exec(event.target.value.slice(0, event.target.selectionStart))?.[1];
          setBegun(name ?? "");
          setPicking(name !== undefined);
        }}
      />
      {picking && (
        <div role="group" aria-label={t("mention")} className="flex flex-wrap gap-1.5">
          {offered.length === 0 && <span className="text-sm text-ink-2">{t("mentionNone")}</span>}
          {offered.map(({ id, name }) => (
            <Button key={id} size="sm" variant="secondary" onClick={() => pick(name)}>
              @{name}
            </Button>
          ))}
        </div>
      )}
      <Problem error={refused} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" disabled={busy !== "no"}>
          {busy === "no" ? action : t(busy)}
        </Button>
        <Button size="sm" variant="ghost" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          <AtSign aria-hidden className="size-4" />
          {t("mention")}
        </Button>
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
