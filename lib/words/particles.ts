import { ending, type Listening } from "./spoken";

/** A particle or copula, named by both of its forms: after a consonant / after a vowel. */
export type Pair =
  | "을/를"
  | "이/가"
  | "은/는"
  | "과/와"
  | "아/야"
  | "으로/로"
  | "으로는/로는"
  | "으로도/로도"
  | "으로서/로서"
  | "으로써/로써"
  | "으로부터/로부터"
  | "이나/나"
  | "이랑/랑"
  | "이든/든"
  | "이란/란"
  | "이라/라"
  | "이라고/라고"
  | "이라는/라는"
  | "이라서/라서"
  | "이라도/라도"
  | "이라면/라면"
  | "이면/면"
  | "이고/고"
  | "이며/며"
  | "이지만/지만"
  | "이니까/니까"
  | "이므로/므로"
  | "이거나/거나"
  | "이네요/네요"
  | "이죠/죠"
  | "이에요/예요"
  | "이었어요/였어요"
  | "이어서/여서"
  | "이어야/여야";

/**
 * The form of a Korean particle or copula that fits the last spoken syllable of a text. After ㄹ it is 로, not 으로.
 * Where nobody can say how the text is read (another script, nothing but signs) both forms are given: "을(를)", "(으)로".
 * @example particle("IoU", "을/를") → "를" · particle("−3", "이에요/예요") → "이에요" · particle("R-CNN", "은/는") → "은"
 */
export function particle(text: string | number, pair: Pair, how?: Listening): string {
  const [closed, open] = pair.split("/");
  const sound = ending(text, how);
  if (sound === null) return both(closed, open);
  return sound === "vowel" || (sound === "ㄹ" && closed.startsWith("으로")) ? open : closed;
}

/**
 * A text with the particle or copula that fits it.
 * @example josa("상자", "을/를") → "상자를" · josa("NMS", "은/는") → "NMS는" · josa("7", "으로/로") → "7로" · josa("IoU(겹침 비율)", "이/가") → "IoU(겹침 비율)가"
 */
export const josa = (text: string | number, pair: Pair, how?: Listening): string => text + particle(text, pair, how);

/** Both forms as Korean writes them where the word before is open: 을(를), (으)로, (이)라, (이)에요. */
function both(closed: string, open: string): string {
  if (closed === `으${open}`) return `(으)${open}`;
  if (closed === `이${open}`) return `(이)${open}`;
  if (closed === "이에요") return "(이)에요";
  return `${closed}(${open})`;
}
