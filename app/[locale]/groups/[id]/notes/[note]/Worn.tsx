"use client";

import { Copy, FilePlus2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link, useRouter } from "@/i18n/navigation";
import { call, newKey } from "@/lib/client/api";
import type { OpenNote } from "@/lib/client/notes";
import { Button, buttonStyle, copyText, Note } from "@/lib/ui/components";
import { continueNote, type NoteRead } from "@/lib/wire/notes";
import { Problem } from "../../../../shell/Problem";
import { useAct } from "../../../../shell/useAct";

interface Props {
  readonly open: OpenNote;
  readonly read: NoteRead;
  /** Whether something that was written here could not be saved. */
  readonly unsaved: boolean;
  readonly onChanged: () => void;
}

/** Where a note was edited so often that it ends: it goes on in a new one of the same text, which one of its writers begins and the others enter. */
export function Worn({ open, read, unsaved, onChanged }: Props) {
  const t = useTranslations("note");
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-(--radius) border border-warn bg-warn-wash p-4 text-ink">
      {read.next === null ? (
        <GoOn open={open} read={read} unsaved={unsaved} onChanged={onChanged} />
      ) : (
        <>
          <p className="m-0">{t("wentOn")}</p>
          {unsaved && <Unsaved open={open} />}
          <Link href={`/groups/${read.group.id}/notes/${read.next}`} className={`${buttonStyle()} self-start`}>
            {t("toNext")}
          </Link>
        </>
      )}
    </div>
  );
}

function GoOn({ open, read, unsaved, onChanged }: Props) {
  const t = useTranslations("note");
  const router = useRouter();
  const { busy, refused, act } = useAct();
  const goOn = () =>
    act(async (kept) => {
      const { id, repeated } = await call(continueNote, {
        params: { id: read.group.id, note: read.id },
        body: { text: open.sync.text.toString() },
        key: newKey(),
        onKept: kept,
      });
      onChanged();
      // Whoever was faster has not got what was written here: it is shown before anybody goes on.
      if (repeated && unsaved) return;
      // What could not be saved stands in the new note.
      if (!repeated) await open.forget();
      router.push(`/groups/${read.group.id}/notes/${id}`);
    });
  return (
    <>
      <p className="m-0">{t("worn")}</p>
      <Problem error={refused} />
      <Button className="self-start" disabled={busy} onClick={() => void goOn()}>
        <FilePlus2 aria-hidden className="size-5" />
        {t("goOn")}
      </Button>
    </>
  );
}

function Unsaved({ open }: { readonly open: OpenNote }) {
  const t = useTranslations("note");
  const [said, setSaid] = useState("");
  return (
    <>
      <p className="m-0">{t("unsavedHere")}</p>
      <Button
        variant="secondary"
        className="self-start"
        onClick={() => void copyText(open.sync.text.toString()).then((done) => setSaid(t(done ? "copied" : "notCopied")))}
      >
        <Copy aria-hidden className="size-5" />
        {t("copyText")}
      </Button>
      <Note>{said}</Note>
    </>
  );
}
