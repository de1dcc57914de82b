/**
 * One spelling for each e-mail address, decided before anything looks at it: NFKC first (so that a full-width "＠" or a
 * ligature cannot hide a second address), then exactly one "@", no spaces or controls, lower case.
 * Answers null for anything else.
 * @example normaliseEmail(" Min.Ji@Example.COM ") → "min.ji@example.com"
 */
export function normaliseEmail(input: string): string | null {
  const text = input.normalize("NFKC").trim().toLowerCase();
  if (text.length < 3 || text.length > 254) return null;
  const [local, domain, ...rest] = text.split("@");
  if (rest.length > 0 || !local || !domain) return null;
  if (local.length > 64 || !/^[^\s\p{C},;:<>()[\]\\"]+$/u.test(local)) return null;
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.-]*[\p{L}\p{N}\p{M}])?$/u.test(domain) || domain.includes("..")) return null;
  return text;
}
