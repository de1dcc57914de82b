"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { ApiError, call } from "@/lib/client/api";
import { Button, Note, TextArea } from "@/lib/ui/components";
import { changeSession, type PeerSession } from "@/lib/wire/peerSessions";
import { AGENDA_MAX } from "@/lib/wire/groupParts";
import { Problem } from "../../../../shell/Problem";

/** What is being written, and on which agenda. */
interface Draft {
  readonly text: string;
  readonly version: number;
}

interface Props {
  readonly session: PeerSession;
  /** It stands as written: shown at once, before the session is read again. */
  readonly onSaved: (saved: Pick<PeerSession, "agenda" | "agendaVersion">) => void;
  /** Whether it was saved or refused. */
  readonly onSettled: () => void;
}

/** What the session is about. Who writes on an older agenda is shown the newer one and keeps what they wrote. */
export function Agenda({ session, onSaved, onSettled }: Props) {
  const t = useTranslations("peer");
  const [draft, setDraft] = useState<Draft | null>(null);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const moved = refused instanceof ApiError && refused.code === "agenda-moved";
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (draft === null) return;
    setBusy(true);
    setSaved(false);
    setRefused(null);
    try {
      const params = { id: session.group.id, session: session.id };
      const { agendaVersion } = await call(changeSession, { params, body: { agenda: draft } });
      onSaved({ agenda: draft.text, agendaVersion });
      setDraft(null);
      setSaved(true);
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
      onSettled();
    }
  };
  return (
    <section aria-labelledby="agenda" className="flex flex-col gap-3">
      <h2 id="agenda" className="m-0 text-xl font-bold text-ink">
        {t("agenda")}
      </h2>
      {(draft === null || moved) && (
        <p className="m-0 whitespace-pre-wrap break-words text-ink">{session.agenda === "" ? t("agendaNone") : session.agenda}</p>
      )}
      <Problem error={refused} />
      <Note>{saved && t("agendaSaved")}</Note>
      {draft === null ? (
        !session.group.archived && (
          <Button
            variant="secondary"
            size="sm"
            className="self-start"
            onClick={() => {
              setSaved(false);
              setDraft({ text: session.agenda, version: session.agendaVersion });
            }}
          >
            {t("agendaWrite")}
          </Button>
        )
      ) : (
        <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
          <TextArea
            label={t("agendaLabel")}
            autoFocus
            maxLength={AGENDA_MAX}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
          <div className="flex flex-wrap gap-2">
            {moved ? (
              <Button
                onClick={() => {
                  setRefused(null);
                  setDraft({ ...draft, version: session.agendaVersion });
                }}
              >
                {t("agendaSeen")}
              </Button>
            ) : (
              <Button type="submit" disabled={busy}>
                {t("save")}
              </Button>
            )}
            <Button
              variant="ghost"
              onClick={() => {
                setRefused(null);
                setDraft(null);
              }}
            >
              {t("cancel")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
