"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LEVELS } from "@/lib/challenges";
import { startEngine } from "@/lib/client/engine/engine";
import type { EngineStatus, Evidence } from "@/lib/client/engine/protocol";
import { engine } from "@/lib/client/engine/runner";
import { seeded } from "@/lib/engine/random";
import { Button } from "@/lib/ui/components";
import { num, particle, scientific } from "@/lib/words";

const BOXES = 400;
/** Seeds per kind and level; `?seeds=1000` asks for more. */
const SEEDS = 20;
const MOST_SEEDS = 1000;

function seedsAsked(): number {
  const asked = Number(new URLSearchParams(window.location.search).get("seeds"));
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, MOST_SEEDS) : SEEDS;
}

/** `?kind=nms-survivors` compares that kind alone. */
function kindsAsked(kinds: readonly string[]): readonly string[] {
  const asked = new URLSearchParams(window.location.search).get("kind");
  return kinds.filter((kind) => asked === null || kind === asked);
}

/** A few hundred seeded boxes: enough work for a timing that means something. */
function sampleBoxes(): number[] {
  const random = seeded("engine-room");
  return Array.from({ length: BOXES }, () => {
    const [x, y] = [random.int(0, 400), random.int(0, 300)];
    return [x, y, x + random.int(8, 160), y + random.int(8, 160)];
  }).flat();
}

/** Shows the machine at work: which backend, why, how fast, and whether it computes what every other machine computes. */
export function EngineRoom({ kinds }: { readonly kinds: readonly string[] }) {
  const t = useTranslations("engine");
  const [status, setStatus] = useState<EngineStatus | null>(null);
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [digests, setDigests] = useState<Record<string, string>>({});
  const [seeds, setSeeds] = useState(SEEDS);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(false);

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(false);
    try {
      await work();
    } catch {
      setProblem(true);
    } finally {
      setBusy(false);
    }
  };
  const measure = () =>
    during(async () => {
      const boxes = sampleBoxes();
      setEvidence(await engine.run("iou", { a: boxes, b: boxes }));
      setStatus(await (await startEngine()).worker.status());
    });
  const compare = () =>
    during(async () => {
      const { worker } = await startEngine();
      const count = seedsAsked();
      setSeeds(count);
      for (const kind of kindsAsked(kinds)) {
        const parts = await Promise.all(LEVELS.map((level) => worker.digest(kind, 0, count, level)));
        setDigests((known) => ({ ...known, [kind]: parts.join("-") }));
      }
    });
  const pullThePlug = () =>
    during(async () => {
      await (await startEngine()).worker.loseDevice();
    });

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void measure()} disabled={busy} data-testid="measure">
          {t("measure")}
        </Button>
        <Button variant="secondary" onClick={() => void compare()} disabled={busy} data-testid="compare">
          {t("compare")}
        </Button>
        <Button variant="ghost" onClick={() => void pullThePlug()} disabled={busy || !status} data-testid="lose">
          {t("lose")}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="text-bad">
          {t("problem")}
        </p>
      )}
      {evidence && (
        <p
          role="status"
          className="text-lg tabular-nums text-ink"
          data-testid="evidence"
          data-backend={evidence.backend}
          data-pairs={evidence.pairs}
        >
          {t("evidence", {
            backend: evidence.backend.toUpperCase(),
            pairs: evidence.pairs,
            ms: num(evidence.ms, 1),
            difference: scientific(evidence.maxDifference, 1),
            josa: particle(scientific(evidence.maxDifference, 1), "이에요/예요"),
          })}
        </p>
      )}
      {status && (
        <table className="w-full text-left text-sm text-ink">
          <caption className="mb-2 text-left font-semibold">{t("candidates")}</caption>
          <tbody>
            {status.candidates.map((c) => (
              <tr key={c.backend} className="border-t border-line">
                <th scope="row" className="py-2 pr-4 font-semibold">
                  {c.backend}
                </th>
                <td className="py-2 pr-4">{c.backend === status.backend ? t("inUse") : c.usable ? t("usable") : t("passed")}</td>
                <td className="py-2 text-ink-2">{c.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {Object.keys(digests).length > 0 && (
        <table className="w-full text-left text-sm text-ink" data-testid="digests">
          <caption className="mb-2 text-left font-semibold">{t("digests", { seeds })}</caption>
          <tbody>
            {Object.entries(digests).map(([kind, digest]) => (
              <tr key={kind} className="border-t border-line" data-kind={kind} data-digest={digest}>
                <th scope="row" className="py-2 pr-4 font-semibold">
                  {kind}
                </th>
                <td className="break-all py-2 font-mono text-xs text-ink-2">{digest}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
