/** What stands in the Lab's address: enough for everybody to see the same, but never a picture of one's own. */
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { LAB_MODELS, type LabModel } from "./lab";

export const LAB_VIEWS = ["classifier", "layers", "photo", "detector", "space", "sanity", "bias"] as const;
export type LabView = (typeof LAB_VIEWS)[number];

/** Sample photos: public/lab/<name>.jpg. */
export const SAMPLE_PHOTOS = ["astronaut", "cat", "coffee"] as const;
export type SamplePhoto = (typeof SAMPLE_PHOTOS)[number];

export type LabOrigin =
  { readonly kind: "scene"; readonly seed: number } | { readonly kind: "photo"; readonly name: SamplePhoto } | { readonly kind: "own" };

export interface LabLink {
  readonly view: LabView;
  readonly origin: LabOrigin;
  readonly model: LabModel;
  /** Index into VOC_CLASSES; null for the class with the highest score. */
  readonly label: number | null;
  readonly versus: number | null;
  readonly layer: string;
}

/** The classifier's last maps. */
export const LAST_LAYER = "conv4c/relu";
const MOST_SCENES = 1_000_000;

const oneOf = <T extends string>(known: readonly T[], asked: string | null, otherwise: T): T =>
  known.find((name) => name === asked) ?? otherwise;

/** Reads an address; what it does not understand is as if it were not there. */
export function readLabLink(search: string): LabLink {
  const query = new URLSearchParams(search);
  const classOf = (name: string) => {
    const found = VOC_CLASSES.findIndex((known) => known === query.get(name));
    return found < 0 ? null : found;
  };
  const seed = Number(query.get("scene"));
  const photo = SAMPLE_PHOTOS.find((name) => name === query.get("photo"));
  const view = oneOf(LAB_VIEWS, query.get("view"), "classifier");
  const label = classOf("class");
  return {
    view,
    origin: photo
      ? { kind: "photo", name: photo }
      : Number.isInteger(seed) && seed >= 1 && seed <= MOST_SCENES
        ? { kind: "scene", seed }
        : view === "photo"
          ? { kind: "photo", name: SAMPLE_PHOTOS[0] }
          : { kind: "scene", seed: 1 },
    model: oneOf(LAB_MODELS, query.get("model"), "classifier"),
    label,
    versus: label === null ? null : classOf("versus"),
    layer: /^[\w/]{1,20}$/.test(query.get("layer") ?? "") ? (query.get("layer") ?? LAST_LAYER) : LAST_LAYER,
  };
}

/** The address's query; parameters of others stay. A picture of one's own leaves no trace in it. */
export function writeLabLink({ view, origin, model, label, versus, layer }: LabLink, search: string): string {
  const query = new URLSearchParams(search);
  const set = (name: string, value: string | null) => (value === null ? query.delete(name) : query.set(name, value));
  set("view", view === "classifier" ? null : view);
  set("scene", origin.kind === "scene" ? String(origin.seed) : null);
  set("photo", origin.kind === "photo" ? origin.name : null);
  set("model", model === "classifier" ? null : model);
  set("class", label === null ? null : VOC_CLASSES[label]);
  set("versus", versus === null ? null : VOC_CLASSES[versus]);
  set("layer", layer === LAST_LAYER ? null : layer);
  return query.toString();
}
