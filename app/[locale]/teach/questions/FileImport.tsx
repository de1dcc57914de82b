"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { call, newKey } from "@/lib/client/api";
import { Button, Note, Segmented, TextArea } from "@/lib/ui/components";
import { checkBankFile, importBankFile, type BankCheck } from "@/lib/wire/bank";
import { BANK, FILE_BODY } from "@/lib/wire/bankParts";
import { Problem } from "../../shell/Problem";
import { useAct } from "../../shell/useAct";
import { TextFile, type Unread } from "../TextFile";

// What a file holds is shown once one was looked at.
const ImportRows = lazy(async () => ({ default: (await import("./ImportRows")).ImportRows }));

type Format = "gift" | "csv";

/** A file of questions, or its text: looked at question by question, mended here, then taken whole. */
export function FileImport({ locale, onAdded }: { readonly locale: Locale; readonly onAdded: () => void }) {
  const t = useTranslations("bank");
  const [text, setText] = useState("");
  const [format, setFormat] = useState<Format>("gift");
  const [language, setLanguage] = useState<Locale>(locale);
  const [check, setCheck] = useState<BankCheck | null>(null);
  const [unread, setUnread] = useState<Unread["unread"] | null>(null);
  const { busy, refused, act: send } = useAct();
  const [note, setNote] = useState("");

  const act = (work: (kept: () => void) => Promise<void>) => {
    setNote("");
    return send(work);
  };
  const look = (whole: string, as: Format) =>
    act(async () => {
      setCheck(null);
      setUnread(whole.length > BANK.file ? "tooLong" : null);
      if (whole.length <= BANK.file) setCheck(await call(checkBankFile, { body: { format: as, text: whole, language } }));
    });
  const choose = async (whole: string | Unread, name: string) => {
    if (typeof whole !== "string") return setUnread(whole.unread);
    const as = /\.(csv|tsv)$/i.test(name) ? "csv" : "gift";
    setText(whole);
    setFormat(as);
    await look(whole, as);
  };
  const add = () =>
    act(async (kept) => {
      const body = { format, text, language };
      const { made } = await call(importBankFile, { body, key: newKey(), onKept: kept });
      setCheck(null);
      setText("");
      setNote(t("imported", { made }));
      onAdded();
    });
  const changed = (change: () => void) => {
    // What was looked at is another text now.
    setCheck(null);
    change();
  };
  return (
    <section aria-labelledby="bank-import" className="flex flex-col gap-4">
      <h2 id="bank-import" className="m-0 text-xl font-bold text-ink">
        {t("import")}
      </h2>
      <p className="m-0 text-ink-2">{t("importNote")}</p>
      <TextFile label={t("file")} accept=".txt,.gift,.csv,.tsv,text/plain,text/csv" most={FILE_BODY} onText={choose} />
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void look(text, format);
        }}
      >
        <TextArea
          label={t("paste")}
          value={text}
          rows={6}
          spellCheck={false}
          className="field-sizing-content max-h-96 min-h-22 rounded-(--radius) border border-ink-3 bg-paper px-3 py-2 font-mono text-sm text-ink"
          onChange={(event) => changed(() => setText(event.target.value))}
        />
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Segmented
            label={t("format")}
            options={[
              { value: "gift", label: "GIFT" },
              { value: "csv", label: "CSV" },
            ]}
            value={format}
            onChange={(value) => changed(() => setFormat(value))}
          />
          <Segmented
            label={t("fileLanguage")}
            options={[
              { value: "ko", label: t("language.ko") },
              { value: "en", label: t("language.en") },
            ]}
            value={language}
            onChange={(value) => changed(() => setLanguage(value))}
          />
        </div>
        <Button type="submit" variant="secondary" className="self-start" disabled={busy || text.trim() === ""}>
          {t("look")}
        </Button>
      </form>
      {unread !== null && (
        <p role="alert" className="m-0 rounded-(--radius) border border-bad p-3 text-sm text-ink">
          {t(unread, { most: BANK.file })}
        </p>
      )}
      <Problem error={refused} />
      <Note>{note}</Note>
      {check && (
        <Suspense>
          <ImportRows rows={check.rows} ignored={check.ignored} locale={locale} busy={busy} onAdd={() => void add()} />
        </Suspense>
      )}
    </section>
  );
}
