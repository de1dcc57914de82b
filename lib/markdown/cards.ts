/** Links of this site that are more than an address: a round of a challenge, a simulation as somebody left it, a race, a view of the Lab. */
import { LEVELS, type Level } from "@/lib/challenges";

export type Card =
  | { readonly type: "round"; readonly kind: string; readonly level: Level; readonly seed: string | null; readonly path: string }
  | { readonly type: "simulation"; readonly topic: string; readonly search: string; readonly path: string }
  | { readonly type: "race" | "lab"; readonly path: string };

const PLACE = /^(?:\/(?:ko|en))?\/(play|learn|race|lab)(?:\/([a-z0-9]+(?:-[a-z0-9]+)*))?\/?$/;
const SEED = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * What a link of ours opens, or null: where it is another site's, or names none of these places.
 * @param origin of this site, as "https://boxup.kr"
 * @example cardOf("https://boxup.kr/ko/play/nms-survivors?level=3&seed=k2", "https://boxup.kr")
 *   → { type: "round", kind: "nms-survivors", level: 3, seed: "k2", path: "/play/nms-survivors?level=3&seed=k2" }
 */
export function cardOf(href: string, origin: string): Card | null {
  let url: URL;
  try {
    url = new URL(href, origin);
  } catch {
    return null;
  }
  if (url.origin !== origin || url.username !== "" || url.password !== "") return null;
  const [, place, name] = PLACE.exec(url.pathname) ?? [];
  // Without the language: whoever reads it opens it in their own.
  const path = `/${[place, name].filter(Boolean).join("/")}${url.search}`;
  switch (place) {
    case "play":
      return name === undefined ? null : round(name, url.searchParams, path);
    case "learn":
      // A lesson without a state of its simulation is a link like any other.
      return name === undefined || ![...url.searchParams.keys()].some((key) => key.includes("."))
        ? null
        : { type: "simulation", topic: name, search: url.search, path };
    case "race":
    case "lab":
      return name === undefined && url.search !== "" ? { type: place, path } : null;
    default:
      return null;
  }
}

function round(kind: string, search: URLSearchParams, path: string): Card {
  const seed = search.get("seed");
  const level = LEVELS.find((each) => String(each) === search.get("level")) ?? 1;
  return { type: "round", kind, level, seed: seed !== null && SEED.test(seed) ? seed : null, path };
}
