/** One scene under the lab's knobs: which detection finds which object, and which objects nobody found. */
import { errorSplit, type ErrorType, type ExplainedDetection } from "@/lib/engine/evaluate";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { shortScore, type StageBox } from "@/lib/ui/stage";
import { letter, type Locale, type Text } from "@/lib/words";
import { afterNms, type Cuts, type LabScene } from "./lab";

export const TYPE_NAMES: Readonly<Record<ErrorType | "true positive", Text>> = {
  "true positive": { ko: "참 양성", en: "true positive" },
  class: { ko: "클래스 틀림", en: "wrong class" },
  localisation: { ko: "위치 틀림", en: "badly placed" },
  both: { ko: "둘 다 틀림", en: "both wrong" },
  duplicate: { ko: "중복", en: "duplicate" },
  background: { ko: "배경", en: "background" },
  missed: { ko: "놓침", en: "missed" },
};

export interface Pair extends ExplainedDetection {
  readonly id: string;
  readonly label: number;
  readonly score: number;
  readonly box: StageBox["box"];
}

export interface ScenePairs {
  /** Detections from the score threshold on, best first. */
  readonly pairs: readonly Pair[];
  /** Indices of the objects that no detection found: the false negatives. */
  readonly unfound: readonly number[];
}

/** Judges one scene's detections as the whole set is judged. @param only the class that is told of; null: all */
export function pairsOf(scene: LabScene, cuts: Cuts, only: number | null = null): ScenePairs {
  const shown = afterNms(scene, cuts.nms).filter(({ score }) => score >= cuts.score);
  const image = <T extends object>(entry: T) => ({ ...entry, image: 0 });
  const { detections } = errorSplit(scene.objects.map(image), shown.map(image), { foreground: cuts.match });
  const found = new Set(detections.filter(({ type }) => type === "true positive").map(({ object }) => object));
  const told = ({ label }: { readonly label: number }) => only === null || label === only;
  return {
    pairs: detections.map((one, i) => ({ ...one, id: letter(i), ...shown[i] })).filter(told),
    unfound: scene.objects.flatMap((object, i) => (found.has(i) || !told(object) ? [] : [i])),
  };
}

const name = (label: number, locale: Locale) => CLASS_NAMES[VOC_CLASSES[label]][locale];

/** "A, cat, score 0.92: true positive, object 1, IoU 0.81" */
export const describePair = ({ id, label, score, type, object, iou }: Pair, locale: Locale): string =>
  [
    `${id}, ${name(label, locale)} ${shortScore(score)}`,
    TYPE_NAMES[type][locale],
    ...(object === null ? [] : [`${locale === "ko" ? "물체" : "object"} ${object + 1}, IoU ${shortScore(iou)}`]),
  ].join(" · ");

/** With more detections than this on a picture their tags are letters alone. */
const ROOM_FOR_NAMES = 7;

/** Objects and detections as the picture shows them. @param only the class whose objects are drawn; null: all */
export function pairBoxes({ objects }: LabScene, { pairs, unfound }: ScenePairs, locale: Locale, only: number | null = null): StageBox[] {
  const things = objects.flatMap(({ label, box }, i): StageBox[] => {
    if (only !== null && label !== only) return [];
    const missed = unfound.includes(i);
    return [
      {
        id: `object-${i}`,
        box,
        label: String(i + 1),
        tone: 0,
        dash: 1,
        state: missed ? "missed" : "truth",
        description: `${locale === "ko" ? "물체" : "Object"} ${i + 1}, ${name(label, locale)}${missed ? `, ${TYPE_NAMES.missed[locale]}` : ""}`,
      },
    ];
  });
  const found = pairs.map((pair): StageBox => ({
    id: pair.id,
    box: pair.box,
    label: pairs.length > ROOM_FOR_NAMES ? pair.id : `${pair.id} ${name(pair.label, locale)} ${shortScore(pair.score)}`,
    tone: pair.detection % 8,
    state: pair.type === "true positive" ? "kept" : "wrong",
    description: describePair(pair, locale),
    score: pair.score,
  }));
  return [...things, ...found];
}
