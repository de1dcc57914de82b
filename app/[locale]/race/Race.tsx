"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { startEngine } from "@/lib/client/engine/engine";
import { loadFault } from "@/lib/client/models/fault";
import { FIRST } from "@/lib/client/race/drawn";
import { race } from "@/lib/client/race/runner";
import type { Racer, RaceResult, RaceScene } from "@/lib/client/race/race";
import { DETECTORS } from "@/lib/engine/detectors/detector";
import { markHits } from "@/lib/engine/evaluate/hits";
import { Button, Segmented } from "@/lib/ui/components";
import { useLatest } from "@/lib/ui/tasks";
import { Measure } from "./Measure";
import { RACER_FACTS } from "./racers";
import { RaceCard } from "./RaceCard";
import { SceneSource } from "./SceneSource";
import { usePicture, useStamps } from "./usePicture";
import { useRaceQuery } from "./useRaceQuery";

type Order = "years" | "found" | "time";

interface Results {
  /** The scene they are of: those of an earlier one are not drawn over a new one. */
  readonly scene: RaceScene | null;
  readonly of: Readonly<Record<string, RaceResult>>;
}

const FIELD = DETECTORS.map((name): Racer => ({ name, card: null }));

/** Every shipped detector on one scene, here and now. */
export function Race({ locale }: { readonly locale: Locale }) {
  const t = useTranslations("race");
  const { query, open, change } = useRaceQuery();
  const [field, setField] = useState<readonly Racer[]>(FIELD);
  const [backend, setBackend] = useState<string | null>(null);
  const [results, setResults] = useState<Results>({ scene: null, of: {} });
  const [running, setRunning] = useState<string | null>(null);
  const [order, setOrder] = useState<Order>("years");
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  const say = (error: unknown) => {
    const fault = loadFault(error);
    setProblem(
      fault ? t(fault.fault === "network" || fault.fault === "missing" ? fault.fault : "damaged", { model: fault.model }) : t("problem"),
    );
  };

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const begin = async () => {
      const { status } = await startEngine();
      const racers = await race.run("field", null, { signal });
      setBackend(status.backend);
      setField(racers);
      open();
    };
    begin().catch((error: unknown) => !signal.aborted && say(error));
    return () => controller.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `say` only words an error, `open` only reads the address
  }, [attempt]);

  const { own, objects, held, items } = query ?? FIRST;
  const races = useLatest();
  const picture = usePicture(query, attempt, say);
  const stamps = useStamps(own, held, attempt, say);
  const { scene } = picture;

  const start = async () => {
    if (!scene) return;
    const signal = races.next();
    setProblem(null);
    setResults({ scene, of: {} });
    for (const { name, card } of field) {
      if (!card || signal.aborted) continue;
      setRunning(name);
      try {
        const result = await race.run("run", { name, pixels: scene.pixels }, { signal });
        setResults((known) => (known.scene === scene ? { scene, of: { ...known.of, [name]: result } } : known));
      } catch (error) {
        // One that cannot start does not stop the others.
        if (!signal.aborted) say(error);
      }
    }
    setRunning(null);
  };

  const current = results.scene === scene ? results.of : {};
  const hits = (name: string) =>
    scene && current[name] ? markHits(scene.objects, current[name].detections).filter(({ hit }) => hit).length : -1;
  const shipped = field.filter(({ card }) => card);
  const done = running === null && shipped.length > 0 && shipped.every(({ name }) => current[name]);
  const ordered =
    !done || order === "years"
      ? field
      : [...field].sort((a, b) =>
          order === "found" ? hits(b.name) - hits(a.name) : (current[a.name]?.ms ?? Infinity) - (current[b.name]?.ms ?? Infinity),
        );
  return (
    <div className="flex flex-col gap-8">
      <SceneSource query={query} onChange={change} picture={picture} stamps={stamps} running={running !== null} locale={locale}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button onClick={start} disabled={!scene || running !== null || (own && items.length === 0)}>
            {t("start")}
          </Button>
          <p className="m-0 text-sm text-ink-2" data-testid="backend">
            {backend ? t("backend", { backend }) : t("starting")}
          </p>
        </div>
        <p role="status" className="m-0 min-h-5 text-sm text-ink-2">
          {running ? t("running", { name: RACER_FACTS[running as keyof typeof RACER_FACTS].title }) : ""}
        </p>
        <div role="alert" className="flex min-h-10 flex-wrap items-center gap-3 text-sm text-bad">
          {problem}
          {problem ? (
            <Button
              size="sm"
              variant="secondary"
              disabled={running !== null}
              onClick={() => {
                setProblem(null);
                // A scene that is there stays: its results are drawn over it.
                if (scene) void start();
                else setAttempt((n) => n + 1);
              }}
            >
              {t("retry")}
            </Button>
          ) : null}
        </div>
      </SceneSource>
      <section aria-labelledby="results" className="flex flex-col gap-4">
        <h2 id="results" className="m-0 text-xl font-bold text-ink">
          {t("results")}
        </h2>
        <div className="max-w-sm">
          <Segmented
            label={t("order")}
            options={[
              { value: "years", label: t("byYear") },
              { value: "found", label: t("byFound") },
              { value: "time", label: t("byTime") },
            ]}
            value={order}
            onChange={(value) => setOrder(value as Order)}
          />
        </div>
        <p className="m-0 text-sm text-ink-2">{t("viewBoxes")}</p>
        <ul className="m-0 grid list-none grid-cols-1 gap-4 p-0 min-[420px]:grid-cols-2 lg:grid-cols-4">
          {ordered.map((racer) => (
            <RaceCard
              key={racer.name}
              racer={racer}
              scene={scene}
              result={current[racer.name] ?? null}
              running={running === racer.name}
              locale={locale}
            />
          ))}
        </ul>
        <p className="m-0 max-w-prose text-sm text-ink-2">{t("note")}</p>
      </section>
      <Measure
        key={`${objects} ${held}`}
        names={shipped.map(({ name }) => name)}
        objects={objects}
        held={held}
        busy={running !== null}
        onError={say}
      />
    </div>
  );
}
