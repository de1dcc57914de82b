"use client";

import { useEffect, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { networkInput } from "@/lib/engine/detectors/input";
import {
  channelMaximum,
  classLogit,
  deconvnet,
  gradCam,
  guidedBackprop,
  rankCorrelation,
  resizeBilinear,
  saliency,
  subjectOf,
  toUnitRange,
  type Subject,
} from "@/lib/engine/explain";
import type { Tensor } from "@/lib/engine/nets";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { emojiScene, readAtlas, SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { HeatPicture } from "@/lib/ui/heat";
import { Segmented, SimulationFrame, Slider, Stat, useKnobs } from "@/lib/ui/components";
import { josa } from "@/lib/words";

const SCENES = 6;
const METHODS = ["guided", "gradient", "deconvnet", "grad-cam"] as const;
type Method = (typeof METHODS)[number];

const NAMES: Readonly<Record<Method, string>> = { guided: "Guided", gradient: "Backprop", deconvnet: "Deconvnet", "grad-cam": "Grad-CAM" };
const RUN: Readonly<Record<Method, (subject: Subject) => Tensor>> = {
  guided: (subject) => guidedBackprop(subject, {}).map,
  gradient: (subject) => saliency(subject, {}).map,
  deconvnet: (subject) => deconvnet(subject, {}).map,
  "grad-cam": (subject) => gradCam(subject, { layer: "conv4c/relu" }).map,
};
const DEFAULTS = { scene: 1, method: "guided", object: 0 };

interface Found {
  readonly key: string;
  readonly scene: EmojiScene;
  /** One map for each of the two objects' classes, 0 … 1. */
  readonly maps: readonly Float32Array[];
  readonly likeness: number;
}

let files: Promise<{ network: Subject["network"]; atlas: Awaited<ReturnType<typeof readAtlas>> }> | null = null;
/** Our classifier and its drawings, fetched once. A failed fetch is forgotten. */
function load() {
  const bytes = async (url: string) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  files ??= Promise.all([
    fetch("/models/classifier/model.json").then((response) => response.json() as Promise<ModelFile>),
    bytes("/models/classifier/weights.bin"),
    bytes("/emojivoc/noto.bin"),
  ]).then(async ([file, weights, drawings]) => ({
    network: unpackModel(file, weights).networks.main.network,
    atlas: await readAtlas(drawings),
  }));
  files.catch(() => (files = null));
  return files;
}

const size = (map: Tensor): Tensor => {
  const flat = map.shape.length === 3 ? channelMaximum(map, Math.abs) : { shape: map.shape, data: map.data.map(Math.abs) };
  return toUnitRange(resizeBilinear(flat, SCENE_SIDE, SCENE_SIDE));
};

/** One picture, two classes asked for: which methods give two answers? Run by the engine here, on the trained classifier. */
export function Simulation({ locale }: SimulationProps) {
  const { knobs, set, reset, shareUrl } = useKnobs("guided", DEFAULTS);
  const ko = locale === "ko";
  const seed = Math.min(Math.max(Math.round(knobs.scene), 1), SCENES);
  const method = METHODS.find((name) => name === knobs.method) ?? "guided";
  const key = `${seed} ${method}`;
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current = true;
    const frame = () => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)));
    const run = async () => {
      const { network, atlas } = await load();
      const scene = emojiScene(`guided ${seed}`, { atlases: [atlas], objects: [2, 2], side: [44, 60], overlap: 0.02 });
      const maps: Tensor[] = [];
      for (const { label } of scene.objects) {
        // The page stays alive between two passes.
        await frame();
        if (!current) return;
        maps.push(size(RUN[method](subjectOf({ network, image: networkInput(scene.pixels, SCENE_SIDE), target: classLogit(label) }))));
      }
      if (!current) return;
      setFound({
        key,
        scene,
        maps: maps.map(({ data }) => Float32Array.from(data)),
        likeness: rankCorrelation(maps[0].data, maps[maps.length - 1].data),
      });
      setFailed(false);
    };
    run().catch(() => current && setFailed(true));
    return () => void (current = false);
  }, [key, seed, method]);

  const now = found?.key === key ? found : null;
  const names = (now ?? found)?.scene.objects.map(({ label }) => CLASS_NAMES[VOC_CLASSES[label]][locale]) ?? ["…", "…"];
  return (
    <SimulationFrame
      title={ko ? "무엇을 물어도 같은 그림?" : "The same picture, whatever is asked?"}
      locale={locale}
      onReset={reset}
      shareUrl={shareUrl}
      picture={
        <div className="grid grid-cols-2 gap-3">
          {[0, 1].map((i) => (
            <figure key={i} className="m-0 flex flex-col gap-1">
              <HeatPicture
                pixels={now?.scene.pixels ?? null}
                side={SCENE_SIDE}
                heat={now?.maps[i] ?? null}
                opacity={0.95}
                label={ko ? `${josa(names[i], "을/를")} 물은 맵` : `Map for ${names[i]}`}
              />
              <figcaption className="min-h-5 text-sm text-ink-2">{ko ? `“${names[i]}”` : `asked: ${names[i]}`}</figcaption>
            </figure>
          ))}
        </div>
      }
      knobs={
        <>
          <Segmented
            label={ko ? "거꾸로 가는 규칙" : "Way back"}
            options={METHODS.map((value) => ({ value, label: NAMES[value] }))}
            value={method}
            onChange={(value) => set("method", value)}
          />
          <Slider
            label={ko ? "장면" : "Scene"}
            value={seed}
            min={1}
            max={SCENES}
            step={1}
            onChange={(value) => set("scene", value)}
            locale={locale}
          />
          <Stat
            label={ko ? "두 맵의 순위 상관" : "Rank correlation of the two maps"}
            value={failed ? (ko ? "모델을 받지 못했어요" : "model not reached") : now ? now.likeness.toFixed(2) : "…"}
          />
        </>
      }
      caption={
        ko
          ? "왼쪽과 오른쪽은 같은 그림에 다른 클래스를 물은 결과예요. 순위 상관이 1에 가까우면 그 방법은 물음을 거의 듣지 않아요. 장면을 바꿔 가며 Grad-CAM과 견줘 보세요."
          : "Left and right are the same picture with two different classes asked for. A rank correlation near 1 means the method hardly listens to the question. Change the scene and compare with Grad-CAM."
      }
    />
  );
}
