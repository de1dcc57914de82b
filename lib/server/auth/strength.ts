/** Whether a new password can be guessed: common ones, names, dates, rows of keys, and the account's own words. On the server only. */
import type { FieldFault } from "../http/fieldFaults";

/** Of zxcvbn's five: more than 10⁸ guesses. Hashes of passwords that take less are opened in a day should they ever get out. */
const ENOUGH = 3;
/** The estimate's cost grows fast with length, and what this many characters do not give the rest need not. */
const READ = 32;
/** Characters that must be left beside the account's own words. */
const OWN_LEFT = 6;
/** What Koreans set where any password will do, also as the same keys give it on a Latin keyboard. */
const KOREAN = ["비밀번호", "qlalfqjsgh", "사랑해", "tkfkdgo", "안녕하세요", "dkssudgktpdy", "대한민국", "eogksalsrnr", "아이디", "dkdlel"];
const SITE = ["boxup", "박스업", "qkrtmdjq", "복습", "qhrtmq"];

async function load() {
  // Four megabytes of words: read when the first password is chosen.
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs });
}
let judge: ReturnType<typeof load> | undefined;

/** Letters and digits alone, in small letters. */
const bare = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** Whether little is left of a password once the account's own words are out of it, in whatever order and however they are joined. */
function isOwnWords(password: string, own: readonly string[]): boolean {
  const words = own.flatMap((text) => [bare(text), ...text.split(/[^\p{L}\p{N}]+/u).map(bare)]).filter((word) => word.length >= 3);
  const left = words.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ""), bare(password));
  return left.length < bare(password).length && left.length < OWN_LEFT;
}

/** @param own what else is known of the account: its address, its name */
export async function isGuessable(password: string, own: readonly string[]): Promise<boolean> {
  if (isOwnWords(password, own)) return true;
  judge ??= load();
  const words = own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length >= 3);
  const text = password.normalize("NFC").slice(0, READ);
  return (await judge).check(text, [...words, ...KOREAN, ...SITE]).score < ENOUGH;
}

/**
 * What is wrong with the new password of a body that may be wrong in other ways too.
 * @param known the account's own words that the body does not hold
 */
export async function guessablePassword(body: unknown, known: readonly (string | null | undefined)[]): Promise<FieldFault[]> {
  if (typeof body !== "object" || body === null || !("password" in body) || typeof body.password !== "string") return [];
  const own = [...known, "email" in body ? body.email : null, "name" in body ? body.name : null];
  if (
    !(await isGuessable(
      body.password,
      own.filter((text) => typeof text === "string").map((text) => text.slice(0, 100)),
    ))
  )
    return [];
  return [
    {
      field: "password",
      code: "weak-password",
      message: {
        ko: "비밀번호가 짐작하기 쉬워요. 상관없는 낱말 서너 개를 이어 붙이면 외우기도 쉽고 안전해요.",
        en: "The password is easy to guess. Three or four unrelated words in a row are easy to remember and safe.",
      },
    },
  ];
}
