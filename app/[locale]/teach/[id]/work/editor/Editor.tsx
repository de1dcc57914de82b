"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRouter } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, newKey } from "@/lib/client/api";
import { Button, Fields, Note } from "@/lib/ui/components";
import { changeAssignment, createAssignment, readAssignment, type AssignmentHome } from "@/lib/wire/assignments";
import { BackLink } from "../../../../shell/BackLink";
import { Confirm } from "../../../../shell/Confirm";
import { Problem } from "../../../../shell/Problem";
import { stageOf } from "../StageMark";
import { draftOf, EMPTY, faultsOf, wireOf, type Draft, type Faults } from "./draft";
import { readKept, writeKept, type Kept } from "./keptDraft";
import { PartList } from "./PartList";
import { TermFields } from "./TermFields";

interface Props {
  readonly cohort: { readonly id: string; readonly timeZone: string };
  readonly who: string;
  /** As it was read; null for a new one. */
  readonly home: AssignmentHome | null;
}

/** What the server found wrong, by the editor's fields: "terms.title" is "title", "parts.0.settings" the first part's. */
function serverFaults(error: unknown, draft: Draft, locale: Locale): Readonly<Record<string, string>> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(
    error.faults.map(({ field, message }) => {
      const [place, name = "", ...rest] = field.split(".");
      const key =
        place === "terms"
          ? name
          : place === "parts"
            ? `parts.${draft.parts.at(Number(name))?.key ?? ""}`
            : [place, name, ...rest].join(".");
      return [key, message[locale]];
    }),
  );
}

/**
 * Terms and parts, saved together over the revision that was read. What is typed is kept in this tab until it is saved; where somebody
 * else has saved meanwhile, it stays and its writer decides.
 */
export function Editor({ cohort, who, home }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const router = useRouter();
  const assignment = home?.id ?? null;
  const [kept] = useState(() => readKept(who, cohort.id, assignment));
  const [state, setState] = useState<Kept>(
    () => kept ?? { draft: home ? draftOf(home) : EMPTY, revision: home?.revision ?? null, key: newKey() },
  );
  const [restored, setRestored] = useState(kept !== null);
  // Fields in which something was wrong when it was to be saved: what is said of each follows what is typed, and no new ones come up meanwhile.
  const [found, setFound] = useState<readonly string[]>([]);
  const [unfit, setUnfit] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [conflict, setConflict] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { draft } = state;
  const all = faultsOf(draft, cohort.timeZone, true);
  const faults: Faults = Object.fromEntries(found.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]])));
  const published = home !== null && stageOf(home) === "published";
  const back = assignment === null ? `/teach/${cohort.id}/work` : `/teach/${cohort.id}/work/${assignment}`;

  const change = (next: Partial<Draft>) => {
    const whole = { ...state, draft: { ...draft, ...next } };
    setState(whole);
    writeKept(who, cohort.id, assignment, whole);
  };
  const discard = () => {
    writeKept(who, cohort.id, assignment, null);
    setState({ draft: home ? draftOf(home) : EMPTY, revision: home?.revision ?? null, key: newKey() });
    setFound([]);
    setRestored(false);
    setConflict(false);
  };
  const focusFault = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-fault]")?.focus());
  const done = (id: string) => {
    writeKept(who, cohort.id, assignment, null);
    router.push(`/teach/${cohort.id}/work/${id}`);
  };
  const save = async (publish: boolean, over?: number) => {
    const wrong = Object.keys(faultsOf(draft, cohort.timeZone, publish || published));
    setFound(wrong);
    setRefused(null);
    if (wrong.length > 0 || unfit) return focusFault();
    setBusy(true);
    const wire = wireOf(draft, cohort.timeZone);
    try {
      if (home === null) {
        const body = { ...wire, publish };
        const made = await call(createAssignment, { params: { id: cohort.id }, body, key: state.key, onKept: () => setBusy(false) });
        done(made.id);
        return;
      }
      const stage = publish ? "published" : stageOf(home);
      const body = { ...wire, revision: over ?? state.revision ?? home.revision, state: stage };
      await call(changeAssignment, { params: { id: cohort.id, assignment: home.id }, body });
      done(home.id);
    } catch (error) {
      if (error instanceof ApiError && error.code === "assignment-moved") setConflict(true);
      setRefused(error);
      focusFault();
    }
    setBusy(false);
  };
  /** Mine over what somebody else saved meanwhile. */
  const saveOver = async () => {
    if (home === null) return;
    setConflict(false);
    try {
      const { revision } = await call(readAssignment, { params: { id: cohort.id, assignment: home.id } });
      await save(false, revision);
    } catch (error) {
      setRefused(error);
    }
  };
  const told = serverFaults(refused, draft, locale);
  const problemOf = (field: string): string | undefined => {
    const own = faults[field];
    return own === undefined ? told[field] : t(`fault.${own}`);
  };
  // Said at the fields, all of it: then not once more.
  const placed = Object.keys(told).length > 0 && Object.keys(told).every((field) => field in draft || field.startsWith("parts."));
  return (
    <Fields onUnfit={setUnfit}>
      <div ref={form} className="flex flex-col gap-8">
        <header className="flex flex-col">
          <BackLink href={back}>{t("back")}</BackLink>
          <h1 className="m-0 text-3xl font-extrabold text-ink">{t(home === null ? "new" : "edit")}</h1>
        </header>
        {restored && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-(--radius) border border-line bg-paper-2 px-4 py-2">
            <p className="m-0 text-ink">{t("restored")}</p>
            <Confirm label={t("discard")} sure={t("discardSure")} onSure={discard} />
          </div>
        )}
        <TermFields draft={draft} timeZone={cohort.timeZone} problemOf={problemOf} onChange={change} />
        <PartList
          parts={draft.parts}
          begun={home?.parts.filter(({ begun }) => begun).map(({ id }) => id) ?? []}
          problemOf={problemOf}
          onChange={(parts) => change({ parts })}
        />
        {conflict && (
          <div role="alert" className="flex flex-col gap-3 rounded-(--radius) border border-warn bg-warn-wash p-4" data-testid="conflict">
            <p className="m-0 text-ink">{t("conflict")}</p>
            <div className="flex flex-wrap gap-2">
              <Button variant="secondary" onClick={() => void saveOver()}>
                {t("saveOver")}
              </Button>
              <Confirm
                size="md"
                label={t("takeTheirs")}
                sure={t("takeTheirsSure")}
                onSure={() => {
                  writeKept(who, cohort.id, assignment, null);
                  router.push(back);
                }}
              />
            </div>
          </div>
        )}
        {!conflict && !placed && <Problem error={refused} />}
        {(Object.keys(faults).length > 0 || unfit) && (
          <p role="alert" className="m-0 font-semibold text-bad">
            {t("mend")}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
          {!published && (
            <Button size="lg" disabled={busy} onClick={() => void save(true)}>
              {t("savePublish")}
            </Button>
          )}
          <Button size="lg" variant={published ? "primary" : "secondary"} disabled={busy} onClick={() => void save(false)}>
            {t(published ? "save" : "saveDraft")}
          </Button>
          <Note>{busy && t("saving")}</Note>
        </div>
      </div>
    </Fields>
  );
}
