import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/words";
import type { ExplainReport } from "./explain";

/** What bench/gradcam-report.json holds: on how many unselected scenes a way of marking passes, by level of the challenge. */
export interface GradCamReport {
  readonly levels: Readonly<
    Record<string, { readonly scenes: number; readonly seeds: string; readonly passes: Readonly<Record<string, number>> }>
  >;
}

const EXPLAIN = "npm run explain-report";
const REGIONS = "node scripts/run.mjs scripts/gradcam-report.ts";
const SCENE = { ko: "장면", en: "scene" };
const QUESTION = { ko: "질문", en: "question" };
const EDGES: Text = { ko: "그림만 보는 윤곽 검출기", en: "an edge detector that sees the picture alone" };
const SAME: Text = { ko: "어느 클래스를 보든 같은 맵", en: "the same map, whatever is asked" };
const FAIR: Text = { ko: "고르게 배운 신경망의 Grad-CAM", en: "Grad-CAM of the fair network" };

const POINTED: Readonly<Record<string, string>> = { "grad-cam": "Grad-CAM", guided: "guided backprop", edges: "edges" };

/** How a method is called in a sentence. */
const mapOf = (name: string): Text =>
  name === "edges" ? { ko: "윤곽 검출기의 맵", en: "an edge detector's map" } : { ko: `${name} 맵`, en: `the ${name} map` };

/** The figures of the topic grad-cam. */
export function gradCam(report: ExplainReport, { levels }: GradCamReport): Figures {
  const { methods, held, sanity, biases, scenes } = report;
  const pointing = Object.entries(POINTED).map(([id, name]): [string, Figure] => [
    `pointing-${id}`,
    {
      value: methods[name].pointing,
      unit: "%",
      digits: 0,
      n: 2 * methods[name].scenes,
      of: QUESTION,
      seeds: "explain/test/0 …",
      ...(name === "edges" ? {} : { baseline: { value: methods.edges.pointing, of: EDGES } }),
      conditions: {
        ko: `물체가 둘인 새 장면에서 물체마다 그 클래스의 맵을 그렸을 때, ${mapOf(name).ko}의 가장 뜨거운 픽셀이 보려는 물체의 상자 안에 있던 비율이에요.`,
        en: `How often the hottest pixel of ${mapOf(name).en} lies in the box of the object asked for, on new scenes with two objects, each asked for once.`,
      },
      script: EXPLAIN,
    },
  ]);
  const absent: Figure = {
    value: methods["Grad-CAM"].absent,
    unit: "%",
    digits: 0,
    n: 2 * methods["Grad-CAM"].scenes,
    of: QUESTION,
    seeds: "explain/test/0 …",
    baseline: { value: methods.edges.pointing, of: EDGES },
    conditions: {
      ko: "같은 질문들에, 장면에 없는 클래스의 Grad-CAM 맵으로 답했을 때 맞은 비율이에요.",
      en: "The share of the same questions answered rightly by the Grad-CAM map for a class that the scene does not show.",
    },
    script: EXPLAIN,
  };
  const unseen: Figure = {
    value: held["Grad-CAM"].pointing,
    unit: "%",
    digits: 0,
    n: 2 * held["Grad-CAM"].scenes,
    of: QUESTION,
    seeds: "explain/test/0 …",
    baseline: { value: held.edges.pointing, of: EDGES },
    conditions: {
      ko: "배운 적 없는 그림체의 장면에서 잰 Grad-CAM의 가리키기예요.",
      en: "Grad-CAM's pointing on scenes in a drawing style that was never trained on.",
    },
    script: EXPLAIN,
  };
  const inside: Figure = {
    value: methods["Grad-CAM"].inside,
    digits: 2,
    n: methods["Grad-CAM"].scenes,
    of: SCENE,
    seeds: "explain/test/0 …",
    baseline: { value: 1, of: SAME },
    conditions: {
      ko: "두 클래스의 두 Grad-CAM 맵의 순위 상관을 두 물체의 상자 안 픽셀에서만 재서 평균했어요.",
      en: "Mean rank correlation between the Grad-CAM maps for one class and for the other, over the pixels of the two objects' boxes alone.",
    },
    script: EXPLAIN,
  };
  const random = (["Grad-CAM", "guided backprop"] as const).map((name): [string, Figure] => [
    `random-${name === "Grad-CAM" ? "grad-cam" : "guided"}`,
    {
      value: sanity[1].maps[name].rank,
      digits: 2,
      n: scenes.sanity,
      of: SCENE,
      seeds: "explain/test/10000 …, sanity/0 …",
      baseline: { value: 1, of: { ko: "가중치를 보지 않는 맵", en: "a map that does not see the weights" } },
      conditions: {
        ko: `마지막 완전 연결층만 무작위로 바꾼 신경망과 배운 신경망의 ${name} 맵의 순위 상관을 평균했어요. 부호는 빼고 크기만 견줘요.`,
        en: `Mean rank correlation of the ${name} map with the trained network's, only the last, dense layer random; sizes without signs.`,
      },
      script: EXPLAIN,
    },
  ]);
  const cues = (
    [
      [
        "person",
        "dog-with-person",
        { ko: "강아지에 대한 맵에서 곁에 선 사람의 상자", en: "in the box of the person beside it, asked for the dog" },
      ],
      ["blue", "boat-on-blue", { ko: "배에 대한 맵에서 배의 상자 바깥", en: "outside the boat's box, asked for the boat" }],
    ] as const
  ).flatMap(([id, bias, where]) => {
    const { heat } = biases[bias];
    if (heat === null) throw new Error(`bench/explain-report.json has no heat for ${bias}`);
    return (["biased", "fair"] as const).map((which): [string, Figure] => [
      `${id}-${which}`,
      {
        value: heat[which].gradCam,
        unit: "%",
        digits: 0,
        n: scenes.bias,
        of: SCENE,
        seeds: `bias/${bias}/true/0 …`,
        ...(which === "biased" ? { baseline: { value: heat.fair.gradCam, of: FAIR } } : {}),
        conditions: {
          ko: `${which === "biased" ? "지름길을 배운" : "고르게 배운"} 신경망의 Grad-CAM 열기 가운데 ${where.ko}에 놓인 몫의 평균이에요.`,
          en: `Mean share of the Grad-CAM heat of the ${which === "biased" ? "biased" : "fair"} network that lies ${where.en}.`,
        },
        script: EXPLAIN,
      },
    ]);
  });
  const passes = (
    [
      ["own-box", "2", "expert", { ko: "보려는 물체의 상자를", en: "the box of the object asked for" }],
      ["bold", "2", "bold-is-hot", { ko: "윤곽이 가장 굵은 칸을", en: "the cells with the boldest lines" }],
      [
        "other-boxes",
        "3",
        "expert",
        { ko: "보려는 물체의 상자를 뜨겁게, 다른 물체의 상자를 차갑게", en: "the own box as hot and the other objects' boxes as cold" },
      ],
      [
        "empty-ground",
        "3",
        "cold-is-empty",
        { ko: "보려는 물체의 상자를 뜨겁게, 빈 바탕을 차갑게", en: "the own box as hot and empty ground as cold" },
      ],
    ] as const
  ).map(([id, level, player, what]): [string, Figure] => {
    const row = levels[level];
    const bold = row.passes["bold-is-hot"] / row.scenes;
    return [
      `passes-${id}`,
      {
        value: row.passes[player] / row.scenes,
        unit: "%",
        digits: 0,
        n: row.scenes,
        of: SCENE,
        seeds: row.seeds,
        ...(player === "bold-is-hot"
          ? {}
          : { baseline: { value: bold, of: { ko: "굵은 윤곽만 보는 사람", en: "somebody who looks for bold lines" } } }),
        conditions: {
          ko: `골라내지 않은 장면에서 ${what.ko} 고른 답이 100점 가운데 75점을 넘긴 비율이에요. 물체는 셋이에요.`,
          en: `How often marking ${what.en} earns 75 of 100 points on unselected scenes with three objects.`,
        },
        script: REGIONS,
      },
    ];
  });
  return Object.fromEntries([
    ...pointing,
    ["absent-grad-cam", absent],
    ["unseen-grad-cam", unseen],
    ["inside-grad-cam", inside],
    ...random,
    ...cues,
    ...passes,
  ]);
}
