/**
 * npm run figures -- [--check]   writes content/topics/<id>/figures.json from the reports of bench/, the cards of public/models, the
 * records of focal-loss, and counts of the engine. The scripts that measure call it at their end; --check changes nothing
 * and fails when a file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { DETECTORS } from "@/lib/engine/detectors/detector";
import type { LossRecord } from "@/content/topics/focal-loss/recording";
import type { TrainingRecord } from "@/content/topics/focal-loss/training";
import type { Figures } from "@/lib/challenges/figures";
import { anchorBoxes, nms, type NmsReport } from "./boxes";
import { autograd, type AutogradReport } from "./autograd";
import { cam, type CamReport } from "./cam";
import { centerNet, type CenterNetReport } from "./centernet";
import { detr, type DetrReport } from "./detr";
import { oneVsTwoStage, type Card, type RaceReport } from "./detectors";
import { objectDetection, type ThresholdReport } from "./evaluation";
import { guidedBackprop, type ExplainReport } from "./explain";
import { fastRcnn, type FastRcnnReport, type RoiPoolingReport } from "./fast-rcnn";
import { filterWeights, type FilterReport } from "./filter-weights";
import { focalLoss } from "./focal";
import { fpn, type FpnReport } from "./fpn";
import { gradCam, type GradCamReport } from "./gradcam";
import { gradCamLayers, type GradCamLayerReport } from "./gradcam-layer";
import { hogSvm, type HogReport } from "./hog";
import { selectiveSearch, type SelectiveSearchReport } from "./selective-search";
import { rCnnFamily, type FamilyReport } from "./r-cnn-family";
import { rCnn, type RcnnReport } from "./rcnn";
import { occlusion, type OcclusionReport } from "./occlusion";
import { retinaNet, type RetinaNetReport } from "./retinanet";
import { saliencyBackprop, type SaliencyReport } from "./saliency";
import { ssd, type SsdReport } from "./ssd";
import { yolo, type YoloReport } from "./yolo";
import { rpn, type RpnReport } from "./rpn";

const read = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

/** A figure keeps the digits it prints and four more: a last bit must not make a file stale. */
const rounded = (value: number, digits: number) => Number(value.toFixed(digits + 4));

/** Every topic's figures as the reports of today give them, by topic id. */
export function figuresOfTopics(): Readonly<Record<string, Figures>> {
  const all: Record<string, Figures> = {
    "guided-backprop": guidedBackprop(read<ExplainReport>("bench/explain-report.json")),
    "one-vs-two-stage": oneVsTwoStage(
      DETECTORS.map((name) => read<Card>(`public/models/${name}/card.json`)),
      read<RaceReport>("bench/race-report.json"),
    ),
    "object-detection": objectDetection(read<ThresholdReport>("bench/threshold-report.json")),
    "anchor-boxes": anchorBoxes(),
    autograd: autograd(read<AutogradReport>("bench/autograd-report.json")),
    cam: cam(read<CamReport>("bench/cam-report.json")),
    "fast-r-cnn": fastRcnn(read<FastRcnnReport>("bench/fast-rcnn-report.json"), read<RoiPoolingReport>("bench/roi-pooling-report.json")),
    "filter-weights": filterWeights(read<FilterReport>("bench/filter-report.json")),
    "focal-loss": focalLoss(
      read<LossRecord>("content/topics/focal-loss/losses.json"),
      read<TrainingRecord>("content/topics/focal-loss/training.json"),
    ),
    fpn: fpn(read<FpnReport>("bench/fpn-report.json")),
    "grad-cam": {
      ...gradCam(read<ExplainReport>("bench/explain-report.json"), read<GradCamReport>("bench/gradcam-report.json")),
      ...gradCamLayers(read<GradCamLayerReport>("bench/gradcam-layer-report.json")),
    },
    "hog-svm": hogSvm(read<HogReport>("bench/hog-report.json")),
    nms: nms(read<NmsReport>("bench/nms-report.json")),
    "selective-search": selectiveSearch(read<SelectiveSearchReport>("bench/selective-search-report.json")),
    "r-cnn": rCnn(read<RcnnReport>("bench/rcnn-report.json")),
    "objects-as-points": centerNet(read<CenterNetReport>("bench/centernet-report.json")),
    detr: detr(read<DetrReport>("bench/detr-report.json")),
    occlusion: occlusion(read<OcclusionReport>("bench/occlusion-report.json"), read<ExplainReport>("bench/explain-report.json")),
    retinanet: retinaNet(read<RetinaNetReport>("bench/retinanet-report.json")),
    "saliency-backprop": saliencyBackprop(
      read<SaliencyReport>("bench/saliency-report.json"),
      read<ExplainReport>("bench/explain-report.json"),
    ),
    ssd: ssd(read<SsdReport>("bench/ssd-report.json")),
    yolo: yolo(read<YoloReport>("bench/yolo-report.json")),
    "r-cnn-family": rCnnFamily(read<FamilyReport>("bench/family-report.json")),
    rpn: rpn(read<RpnReport>("bench/rpn-report.json")),
  };
  return Object.fromEntries(
    Object.entries(all).map(([topic, figures]) => [
      topic,
      Object.fromEntries(
        Object.entries(figures).map(([id, figure]) => [
          id,
          {
            ...figure,
            value: rounded(figure.value, figure.digits),
            ...(figure.baseline && { baseline: { ...figure.baseline, value: rounded(figure.baseline.value, figure.digits) } }),
          },
        ]),
      ),
    ]),
  );
}

/** Where a topic's figures stand. */
export const figuresFile = (topic: string): string => `content/topics/${topic}/figures.json`;

/** A topic's figures as its file has them. */
export const fileText = (figures: Figures): string => `${JSON.stringify(figures, null, 2)}\n`;

export function writeFigures(): void {
  for (const [topic, figures] of Object.entries(figuresOfTopics())) writeFileSync(figuresFile(topic), fileText(figures));
}

if (process.argv[1]?.replaceAll("\\", "/").endsWith("scripts/figures/index.ts")) {
  if (process.argv.includes("--check")) {
    const stale = Object.entries(figuresOfTopics()).filter(
      ([topic, figures]) => readFileSync(figuresFile(topic), "utf8") !== fileText(figures),
    );
    for (const [topic] of stale) console.error(`figures: ${figuresFile(topic)} is stale; run npm run figures`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else writeFigures();
}
