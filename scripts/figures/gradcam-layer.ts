import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/words";

/** What bench/gradcam-layer-report.json holds, over unselected scenes with two objects. */
export interface GradCamLayerReport {
  readonly scenes: number;
  readonly seeds: string;
  /** By layer: the mean share of the heat in the own object's box, less that in the other one's. */
  readonly contrast: Readonly<Record<string, number>>;
  /** By player: the mean share of pairs of maps in order. */
  readonly pairs: Readonly<Record<string, number>>;
  /** The share of scenes whose five maps the expert orders without a slip. */
  readonly wholly: number;
}

const LAYERS = "node scripts/run.mjs scripts/gradcam-layer-report.ts";
const SCENE = { ko: "장면", en: "scene" };
const COIN: Text = { ko: "아무렇게나 놓은 순서", en: "an order at random" };
const BLIND: Text = { ko: "두 물체를 가리지 않는 맵", en: "a map that prefers neither object" };

/** The figures of the topic grad-cam that are about layers. */
export function gradCamLayers({ scenes, seeds, contrast, pairs }: GradCamLayerReport): Figures {
  const shared = { unit: "%", digits: 0, n: scenes, of: SCENE, seeds, script: LAYERS } as const;
  const gaps = ["conv2", "conv4", "conv4c"].map((layer): [string, Figure] => [
    `gap-${layer}`,
    {
      ...shared,
      value: contrast[layer],
      baseline: { value: 0, of: BLIND },
      conditions: {
        ko: `골라내지 않은 장면에 물체를 둘 두고 한 물체의 클래스를 고른 ${layer}의 Grad-CAM에서, 고른 물체의 상자에 든 열기의 몫에서 다른 물체의 상자에 든 몫을 뺀 값의 평균이에요.`,
        en: `Mean share of the heat of ${layer}'s Grad-CAM in the box of the object asked for, less the share in the other object's box, on unselected scenes with two objects.`,
      },
    },
  ]);
  const ordered = (
    [
      ["contrast", "expert", { ko: "두 상자에 든 열기의 차이로", en: "by the difference of the heat in the two boxes" }],
      ["wider", "wider-is-deeper", { ko: "얼룩의 크기로", en: "by the size of the hot spot" }],
    ] as const
  ).map(([id, player, how]): [string, Figure] => [
    `pairs-${id}`,
    {
      ...shared,
      value: pairs[player],
      baseline: { value: 0.5, of: COIN },
      conditions: {
        ko: `골라내지 않은 장면에서 다섯 층의 맵을 ${how.ko} 놓았을 때, 두 장씩 견주어 차례가 맞은 쌍의 비율이에요.`,
        en: `The share of pairs in order when the maps of five layers are ordered ${how.en}, on unselected scenes.`,
      },
    },
  ]);
  return Object.fromEntries([...gaps, ...ordered]);
}
