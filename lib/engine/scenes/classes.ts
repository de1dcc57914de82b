/** The 20 classes of PASCAL VOC in the order of its development kit; an index into this list is a class id. */
export const VOC_CLASSES = [
  "aeroplane", "bicycle", "bird", "boat", "bottle", "bus", "car", "cat", "chair", "cow",
  "diningtable", "dog", "horse", "motorbike", "person", "pottedplant", "sheep", "sofa", "train", "tvmonitor",
] as const;
export type VocClass = (typeof VOC_CLASSES)[number];

/** Width / height of each class's scenery drawing (tight on visible pixels): an object's box should stay near it. */
export const SPRITE_ASPECT: Readonly<Record<VocClass, number>> = {
  aeroplane: 1.01, bicycle: 1.392, bird: 1.192, boat: 0.904, bottle: 0.893, bus: 1.453, car: 1.584, cat: 0.898,
  chair: 0.626, cow: 1.176, diningtable: 1.214, dog: 0.946, horse: 1.11, motorbike: 1.609, person: 0.358,
  pottedplant: 0.984, sheep: 1, sofa: 1, train: 1.021, tvmonitor: 1.034,
};

/** Display names, Korean and English. */
export const CLASS_NAMES: Readonly<Record<VocClass, { readonly ko: string; readonly en: string }>> = {
  aeroplane: { ko: "비행기", en: "aeroplane" }, bicycle: { ko: "자전거", en: "bicycle" }, bird: { ko: "새", en: "bird" },
  boat: { ko: "배", en: "boat" }, bottle: { ko: "병", en: "bottle" }, bus: { ko: "버스", en: "bus" },
  car: { ko: "자동차", en: "car" }, cat: { ko: "고양이", en: "cat" }, chair: { ko: "의자", en: "chair" },
  cow: { ko: "소", en: "cow" }, diningtable: { ko: "식탁", en: "dining table" }, dog: { ko: "강아지", en: "dog" },
  horse: { ko: "말", en: "horse" }, motorbike: { ko: "오토바이", en: "motorbike" }, person: { ko: "사람", en: "person" },
  pottedplant: { ko: "화분", en: "potted plant" }, sheep: { ko: "양", en: "sheep" }, sofa: { ko: "소파", en: "sofa" },
  train: { ko: "기차", en: "train" }, tvmonitor: { ko: "텔레비전", en: "TV" },
};
