import type { BankModel } from "./raceModels";

/** Written by scripts/race-bank.ts. */
export const RECORDED_MODELS: readonly BankModel[] = [
  { name: "hog-svm", fixed: 23.5, each: 0, candidates: 25202, seen: 0.22289580390173896, held: 0.11041755514964482 },
  { name: "rcnn", fixed: 0, each: 13.95, candidates: 100, seen: 0.7706215808930443, held: 0.41729771485070916 },
  { name: "fast-rcnn", fixed: 55.5, each: 0.23, candidates: 100, seen: 0.8601027555511476, held: 0.6007928797973543 },
  { name: "faster-rcnn", fixed: 78.1, each: 0.23, candidates: 40, seen: 0.924606260162465, held: 0.6679989833469346 },
  { name: "yolo", fixed: 70.2, each: 0, candidates: 98, seen: 0.8497435828870424, held: 0.5879466379012686 },
  { name: "ssd", fixed: 88.8, each: 0, candidates: 1016, seen: 0.9261455401283086, held: 0.6660632115484919 },
  { name: "retinanet", fixed: 124.5, each: 0, candidates: 2349, seen: 0.8797356678917708, held: 0.6083357646972439 },
  { name: "centernet", fixed: 80.8, each: 0, candidates: 784, seen: 0.8557811624598388, held: 0.553191655137129 },
  { name: "detr", fixed: 73.7, each: 0, candidates: 20, seen: 0.7015519988053228, held: 0.4020278249666238 },
];
