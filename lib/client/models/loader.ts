/** Models and drawings, fetched once: lazily, kept in Cache Storage under their SHA-256, checked before use. Runs in the worker. */
import { ModelFileError, unpackModel, type ModelFile, type StoredModel } from "@/lib/engine/detectors/files/weights";
import { HELD_OUT_STYLE, readAtlas, TRAIN_STYLES, type Atlas, type EmojiStyle } from "@/lib/engine/scenes/emoji";
import { fetchWithin } from "../browser/fetchWithin";
import { ModelLoadError } from "./fault";

const CACHE = "boxup-models";

/** Measured figures by name, e.g. { map50: 0.86 }. */
export type CardFigures = Readonly<Record<string, number>>;

/** What a model's card says, as far as pages show it. */
export interface ModelCard {
  readonly model: string;
  readonly finished: boolean;
  readonly training: Readonly<Record<string, unknown>>;
  readonly test: { readonly scenes: number; readonly seen: CardFigures; readonly held: CardFigures };
  readonly bytes: number;
}

async function get(model: string, url: string, fresh: boolean): Promise<Response> {
  let response: Response;
  try {
    response = await fetchWithin(url, { cache: fresh ? "reload" : "default" });
  } catch {
    throw new ModelLoadError(model, "network");
  }
  if (response.status === 404) throw new ModelLoadError(model, "missing");
  if (!response.ok) throw new ModelLoadError(model, "network");
  return response;
}

async function json<T>(model: string, url: string, fresh: boolean): Promise<T> {
  const response = await get(model, url, fresh);
  try {
    return (await response.json()) as T;
  } catch {
    throw new ModelLoadError(model, "format");
  }
}

/** Cache Storage is missing on pages that are not secure: then nothing is kept. */
const storage = async (): Promise<Cache | null> => (typeof caches === "undefined" ? null : caches.open(CACHE).catch(() => null));

/** The weights by their hash; older versions of the same model are thrown away. */
async function weights(name: string, file: ModelFile, fresh: boolean): Promise<Uint8Array> {
  const url = `/models/${name}/weights.bin`;
  const key = `${url}?sha256=${file.weights.sha256}`;
  const cache = await storage();
  if (cache && fresh) await cache.delete(key);
  const held = await cache?.match(key);
  if (held) return new Uint8Array(await held.arrayBuffer());
  const response = await get(name, key, fresh);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (cache) {
    const old = (await cache.keys()).filter((request) => new URL(request.url).pathname === url);
    await Promise.all(old.map((request) => cache.delete(request)));
    // A full disk must not stop the lesson: the next visit fetches again.
    await cache.put(key, new Response(bytes.slice())).catch(() => undefined);
  }
  return bytes;
}

async function read(name: string, fresh: boolean): Promise<{ stored: StoredModel; card: ModelCard }> {
  const [file, card] = await Promise.all([
    json<ModelFile>(name, `/models/${name}/model.json`, fresh),
    json<ModelCard>(name, `/models/${name}/card.json`, fresh),
  ]);
  const bytes = await weights(name, file, fresh);
  return { stored: unpackModel(file, bytes), card };
}

const loaded = new Map<string, Promise<{ stored: StoredModel; card: ModelCard }>>();

async function load(name: string): Promise<{ stored: StoredModel; card: ModelCard }> {
  try {
    return await read(name, false);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
  }
  // What lay in a cache was damaged: once more, past every cache.
  try {
    return await read(name, true);
  } catch (error) {
    throw error instanceof ModelFileError ? new ModelLoadError(name, error.fault) : error;
  }
}

/**
 * A shipped model and its card; later calls share the first, a failed one is forgotten.
 * @throws ModelLoadError when it is not shipped, cannot be reached or is damaged even when fetched afresh
 */
export function loadModel(name: string): Promise<{ stored: StoredModel; card: ModelCard }> {
  const held = loaded.get(name);
  if (held) return held;
  const promise = load(name);
  promise.catch(() => loaded.delete(name));
  loaded.set(name, promise);
  return promise;
}

/** The card alone, without the weights. @throws ModelLoadError */
export function loadCard(name: string): Promise<ModelCard> {
  return json<ModelCard>(name, `/models/${name}/card.json`, false);
}

const atlases = new Map<EmojiStyle, Promise<Atlas>>();

/** The drawings of one style. @throws ModelLoadError named "emojivoc" */
export function loadAtlas(style: EmojiStyle): Promise<Atlas> {
  const known = atlases.get(style);
  if (known) return known;
  const promise = get("emojivoc", `/emojivoc/${style}.bin`, false)
    .then((response) => response.arrayBuffer())
    .then((buffer) => readAtlas(new Uint8Array(buffer)));
  promise.catch(() => atlases.delete(style));
  atlases.set(style, promise);
  return promise;
}

/** The drawings that scenes are made of. @param held the style no model was trained on instead @throws ModelLoadError named "emojivoc" */
export function loadAtlases(held: boolean): Promise<Atlas[]> {
  const styles: readonly EmojiStyle[] = held ? [HELD_OUT_STYLE] : TRAIN_STYLES;
  return Promise.all(styles.map(loadAtlas));
}
