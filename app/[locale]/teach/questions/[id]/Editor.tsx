"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { doubtsOf, faultsOf, missingLanguages, tidy, type Content } from "@/lib/bank";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, newKey } from "@/lib/client/api";
import { Button, Fields, Note, Segmented, Select, TextField } from "@/lib/ui/components";
import { addQuestion, archiveQuestion, dropQuestion, saveQuestion, type BankQuestionRead } from "@/lib/wire/bank";
import { BackLink } from "../../../shell/BackLink";
import { Problem } from "../../../shell/Problem";
import type { TopicFacts } from "../facts";
import { readDraft, writeDraft } from "./draft";
import { Both } from "./fields";
import { KindFields } from "./KindFields";
import { Preview } from "./Preview";
import { Versions } from "./Versions";
import { EditorWorld } from "./world";

interface Props {
  /** As it is kept; without an id where it begins. */
  readonly question: BankQuestionRead;
  readonly topics: readonly TopicFacts[];
  readonly locale: Locale;
  readonly onReload: () => void;
}

/** Writes a question: its fields in both languages, how a student meets it, and its versions. */
export function Editor({ question, topics, locale, onReload }: Props) {
  const t = useTranslations("bank");
  const router = useRouter();
  const { id } = question;
  const { kind } = question.content;
  const [kept] = useState(() => readDraft(id, kind));
  const [content, setContent] = useState<Content>(kept?.content ?? question.content);
  // A draft that was begun over an older version says so when it is saved.
  const [base] = useState(kept?.base ?? question.version);
  const [shown, setShown] = useState<Locale>(locale);
  // Faults show once one has tried to save, and from then on as they are mended.
  const [tried, setTried] = useState(false);
  const [unfit, setUnfit] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [note, setNote] = useState(kept === undefined ? "" : t("draftBack"));
  const form = useRef<HTMLFormElement>(null);
  const locked = !question.mayWrite;

  const whole = useMemo(() => tidy(content), [content]);
  const faults = useMemo(() => (tried ? faultsOf(whole) : []), [tried, whole]);
  const doubts = useMemo(() => doubtsOf(whole), [whole]);
  const missing = missingLanguages(whole);
  const world = useMemo(
    () => ({ locale, shown, topics, topic: content.topic, faults, locked }),
    [locale, shown, topics, content.topic, faults, locked],
  );

  const change = (next: Content) => {
    setContent(next);
    setNote("");
    writeDraft(id, kind, { base, content: next });
  };
  const forget = () => writeDraft(id, kind, undefined);
  // To the first field that has to be mended, once its message is there.
  const [goTo, setGoTo] = useState(0);
  useEffect(() => {
    if (goTo === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.scrollIntoView({ block: "center" });
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus({ preventScroll: true });
  }, [goTo]);

  const act = async (work: () => Promise<void>) => {
    setRefused(null);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  const save = () => {
    setTried(true);
    if (faultsOf(whole).length > 0 || unfit) return setGoTo(goTo + 1);
    void act(async () => {
      const waits = () => setNote(t("savedLater"));
      if (id === "") {
        const made = await call(addQuestion, { body: { content: whole }, key: newKey(), onKept: waits });
        forget();
        router.replace(`/teach/questions/${made.id}`);
        return;
      }
      await call(saveQuestion, { params: { id }, body: { base, content: whole }, onKept: waits });
      forget();
      onReload();
    });
  };
  const leave = (work: () => Promise<unknown>) =>
    act(async () => {
      await work();
      forget();
      router.push("/teach/questions");
    });
  const changedElsewhere = refused instanceof ApiError && refused.code === "bank-question-changed";

  return (
    <EditorWorld value={world}>
      <BackLink href="/teach/questions">{t("toBank")}</BackLink>
      <h1 className="m-0 mb-1 text-2xl font-extrabold text-ink">{t("heading", { kind: t(`kind.${kind}`) })}</h1>
      <p className="m-0 mb-4 text-sm text-ink-2" data-testid="state">
        {id === "" ? t("unsaved") : t("versionNo", { version: question.version })}
        {missing.map((language) => ` · ${t(`missing.${language}`)}`)}
        {question.used ? ` · ${t("used")}` : ""}
        {question.archived ? ` · ${t("archived")}` : ""}
      </p>
      <div className="sticky top-14 z-10 -mx-4 mb-4 bg-paper px-4 py-2 sm:hidden">
        <Segmented
          label={t("languageTab")}
          options={[
            { value: "ko", label: t("language.ko") },
            { value: "en", label: t("language.en") },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      <div className="grid grid-cols-1 gap-8 xl:grid-cols-2">
        <form
          ref={form}
          noValidate
          className="flex min-w-0 flex-col gap-6"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Fields onUnfit={setUnfit}>
            <About content={content} topics={topics} locale={locale} locked={locked} onChange={change} />
            <Both field="prompt" label={t("prompt")} value={content.prompt} area onChange={(prompt) => change({ ...content, prompt })} />
            <p className="m-0 -mt-3 text-sm text-ink-2">{t("markdownHint")}</p>
            <KindFields content={content} onChange={change} />
            <Both
              field="explanation"
              label={t("explanation")}
              value={content.explanation}
              area
              onChange={(explanation) => change({ ...content, explanation })}
            />
          </Fields>
          {doubts.map(({ text }, i) => (
            <p key={i} className="m-0 rounded-(--radius) bg-warn-wash p-3 text-sm text-warn">
              {text[locale]}
            </p>
          ))}
          {faults.length > 0 && (
            <p role="alert" className="m-0 rounded-(--radius) border border-bad p-3 text-sm text-ink" data-testid="faults">
              {t("faultCount", { count: faults.length })} {faults[0].text[locale]}
            </p>
          )}
          <Problem error={refused} />
          <Note>{note}</Note>
          {!locked && (
            <div className="flex flex-wrap gap-2">
              <Button type="submit" disabled={busy}>
                {t(id === "" ? "saveFirst" : "save")}
              </Button>
              {(changedElsewhere || kept !== undefined) && id !== "" && (
                <Button
                  variant="secondary"
                  onClick={() => {
                    forget();
                    onReload();
                  }}
                >
                  {t("dropDraft")}
                </Button>
              )}
              {id !== "" && (
                <>
                  <Button
                    variant="ghost"
                    disabled={busy}
                    onClick={() => void leave(() => call(archiveQuestion, { params: { id }, body: { archived: !question.archived } }))}
                  >
                    {t(question.archived ? "unarchive" : "archive")}
                  </Button>
                  {!question.used && <Drop busy={busy} onDrop={() => void leave(() => call(dropQuestion, { params: { id } }))} />}
                </>
              )}
            </div>
          )}
        </form>
        <div className="flex min-w-0 flex-col gap-8">
          <Preview content={content} />
          {question.versions.length > 0 && (
            <Versions
              question={question}
              onRestore={(old, version) => {
                change(old);
                setNote(t("broughtBack", { version }));
              }}
            />
          )}
        </div>
      </div>
    </EditorWorld>
  );
}

/** Asked once more: what is deleted does not come back. */
function Drop({ busy, onDrop }: { readonly busy: boolean; readonly onDrop: () => void }) {
  const t = useTranslations("bank");
  const [sure, setSure] = useState(false);
  return sure ? (
    <Button variant="secondary" disabled={busy} onClick={onDrop}>
      {t("dropSure")}
    </Button>
  ) : (
    <Button variant="ghost" disabled={busy} onClick={() => setSure(true)}>
      {t("drop")}
    </Button>
  );
}

interface AboutProps {
  readonly content: Content;
  readonly topics: readonly TopicFacts[];
  readonly locale: Locale;
  readonly locked: boolean;
  readonly onChange: (content: Content) => void;
}

/** What students do not see: how it is called, sorted and found. */
function About({ content, topics, locale, locked, onChange }: AboutProps) {
  const t = useTranslations("bank");
  const field = { autoComplete: "off", readOnly: locked } as const;
  return (
    <section className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <TextField
        {...field}
        label={t("titleField")}
        value={content.title}
        onChange={(event) => onChange({ ...content, title: event.target.value })}
      />
      <TextField
        {...field}
        label={t("category")}
        value={content.category}
        onChange={(event) => onChange({ ...content, category: event.target.value })}
      />
      <Select
        label={t("topic")}
        options={[{ value: "", label: t("noTopic") }, ...topics.map(({ id, title }) => ({ value: id, label: title[locale] }))]}
        value={content.topic ?? ""}
        disabled={locked}
        onChange={(topic) => onChange({ ...content, topic: topic === "" ? null : topic })}
      />
      <TextField
        {...field}
        label={t("tags")}
        value={content.tags.join(", ")}
        onChange={(event) => onChange({ ...content, tags: event.target.value === "" ? [] : event.target.value.split(/, ?/) })}
      />
    </section>
  );
}
