"use client";

import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tabs } from "radix-ui";
import { lazy, Suspense, useCallback, useEffect, useState, type ComponentType } from "react";
import type { Locale } from "@/lib/challenges";
import { fetchWithin } from "@/lib/client/browser/fetchWithin";
import { SMALL_SIDE, type LabPicture } from "@/lib/client/lab/lab";
import { LAB_VIEWS, readLabLink, writeLabLink, type LabLink, type LabView } from "@/lib/client/lab/link";
import { PictureError, readPicture } from "@/lib/client/lab/picture";
import { lab } from "@/lib/client/lab/runner";
import { loadFault } from "@/lib/client/models/fault";
import { Button, copyText } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { useLatest } from "@/lib/ui/tasks";
import { ClassifierView } from "./ClassifierView";
import { SharedCursor } from "./cursor";
import { DetectorView } from "./DetectorView";
import { LabFigure } from "./LabFigure";
import { LayersView } from "./LayersView";
import { PhotoView } from "./PhotoView";
import { Source } from "./Source";
import { SpaceView } from "./SpaceView";
import type { LabInput, ViewProps } from "./views";

// Heavy views that a visit does not begin with.
const BiasView = lazy(async () => ({ default: (await import("./BiasView")).BiasView }));
const SanityView = lazy(async () => ({ default: (await import("./SanityView")).SanityView }));

/** Over the whole visit: answers are kept by it beyond the life of this page. */
let pictures = 0;

const VIEWS: Readonly<Record<LabView, ComponentType<ViewProps>>> = {
  classifier: ClassifierView,
  layers: LayersView,
  photo: PhotoView,
  detector: DetectorView,
  space: SpaceView,
  sanity: SanityView,
  bias: BiasView,
};

/** A picture in, every method on it at once. */
export function Lab({ locale }: { readonly locale: Locale }) {
  const t = useTranslations("lab");
  const [link, setLink] = useState<LabLink | null>(null);
  const [input, setInput] = useState<LabInput | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Whether the link went to the clipboard; null until asked.
  const [copied, setCopied] = useState<boolean | null>(null);
  const [attempt, setAttempt] = useState(0);
  const reading = useLatest();
  const origin = link?.origin;

  const onError = useCallback(
    (error: unknown) => {
      const fault = loadFault(error);
      if (error instanceof PictureError) setProblem(t(`refused.${error.fault}`));
      else
        setProblem(
          fault
            ? t(`faults.${fault.fault === "network" || fault.fault === "missing" ? fault.fault : "damaged"}`, { model: fault.model })
            : t("problem"),
        );
    },
    [t],
  );

  const bring = useCallback((picture: LabPicture) => setInput({ id: ++pictures, picture }), []);

  const change = useCallback((by: Partial<LabLink>) => {
    setCopied(null);
    setLink((known) => known && { ...known, ...by });
  }, []);

  const bringOwn = useCallback(
    (picture: LabPicture) => {
      reading.stop();
      setProblem(null);
      change({ origin: { kind: "own" }, label: null, versus: null });
      bring(picture);
    },
    [bring, change, reading],
  );
  // A large file may take longer to read than the small one that is chosen after it: the one chosen last is meant.
  const bringFile = useCallback(
    (file: Blob) => {
      const signal = reading.next();
      readPicture(file, signal).then(bringOwn, (error: unknown) => {
        if (!signal.aborted) onError(error);
      });
    },
    [bringOwn, onError, reading],
  );

  // The address is read once the page is in the browser: the prerendered page is the same for all.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setLink((known) => known ?? readLabLink(window.location.search)));
    return () => cancelAnimationFrame(frame);
  }, []);

  useEffect(() => {
    if (!link) return;
    const query = writeLabLink(link, window.location.search);
    window.history.replaceState(null, "", `${window.location.pathname}${query ? `?${query}` : ""}`);
  }, [link]);

  useEffect(() => {
    if (!origin || origin.kind === "own") return;
    const controller = new AbortController();
    const { signal } = controller;
    const find = async () => {
      if (origin.kind === "scene") return lab.run("scene", { seed: origin.seed }, { signal });
      const response = await fetchWithin(`/lab/${origin.name}.jpg`, { signal });
      return readPicture(await response.blob(), signal);
    };
    // A picture that comes late, after another was chosen, is left aside.
    find().then(bring, (error: unknown) => !signal.aborted && onError(error));
    return () => controller.abort();
  }, [origin, bring, onError, attempt]);

  const copy = async () => {
    setCopied(await copyText(window.location.href));
  };
  const again = (
    <Button
      size="sm"
      variant="secondary"
      onClick={() => {
        setProblem(null);
        setAttempt((n) => n + 1);
      }}
    >
      {t("retry")}
    </Button>
  );
  // The view of biased networks draws scenes of its own: nothing beside it would act on them.
  const alone = link?.view === "bias";
  return (
    <SharedCursor>
      <div className={alone ? "" : "grid gap-8 lg:grid-cols-[19rem_minmax(0,1fr)]"}>
        {alone ? (
          problem && (
            <p role="alert" className="m-0 mb-4 flex flex-wrap items-center gap-2 text-sm font-semibold text-bad">
              {problem} {again}
            </p>
          )
        ) : link ? (
          <Source
            origin={link.origin}
            onOrigin={(next) => {
              reading.stop();
              setProblem(null);
              change({ origin: next, label: null, versus: null });
            }}
            onFile={bringFile}
            onPicture={bringOwn}
            problem={problem}
          >
            <LabFigure
              id="picture"
              heading="h2"
              title={t("picture")}
              side={input?.picture.large ? 512 : SMALL_SIDE}
              pixels={input?.picture.large ?? input?.picture.pixels ?? null}
              sharp={input?.picture.drawing}
              note={
                <span className="flex min-h-9 flex-wrap items-center gap-2">
                  {link.origin.kind === "own" ? (
                    t("noLink")
                  ) : (
                    <Button size="sm" variant="ghost" onClick={() => void copy()}>
                      <Link2 aria-hidden="true" className="size-4" /> {copied ? t("copied") : t("copy")}
                    </Button>
                  )}
                  {copied === false ? <span role="status">{t("notCopied")}</span> : null}
                  {problem ? again : null}
                </span>
              }
            >
              <SeenSwitch locale={locale} />
            </LabFigure>
          </Source>
        ) : (
          <div className="mx-auto aspect-square w-full max-w-64 rounded-[var(--radius)] bg-paper-3 lg:max-w-none" aria-hidden="true" />
        )}
        <Tabs.Root
          value={link?.view ?? "classifier"}
          onValueChange={(view) => change({ view: LAB_VIEWS.find((known) => known === view) ?? "classifier" })}
          className="min-w-0"
        >
          <Tabs.List aria-label={t("views")} className="mb-6 flex flex-wrap gap-x-1 border-b border-line">
            {LAB_VIEWS.map((view) => (
              <Tabs.Trigger
                key={view}
                value={view}
                className="min-h-11 cursor-pointer border-b-2 border-transparent px-2 font-semibold text-ink-2 hover:text-ink data-[state=active]:border-brand data-[state=active]:text-ink"
              >
                {t(`view.${view}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {LAB_VIEWS.map((view) => {
            const View = VIEWS[view];
            return (
              <Tabs.Content key={view} value={view} className="flex flex-col gap-6 outline-offset-4">
                <p className="m-0 max-w-prose text-sm text-ink-2">{t(`about.${view}`)}</p>
                <Suspense fallback={<div className="min-h-96" />}>
                  {link ? <View key={attempt} input={input} link={link} onLink={change} onError={onError} locale={locale} /> : null}
                </Suspense>
              </Tabs.Content>
            );
          })}
        </Tabs.Root>
      </div>
    </SharedCursor>
  );
}
