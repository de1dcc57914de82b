/** One part of a domain: letters, digits and hyphens, the hyphens inside. */
const isLabel = (label: string): boolean =>
  label.length <= 63 &&
  /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u.test(label) &&
  !/\p{Default_Ignorable_Code_Point}/u.test(label);

/**
 * One spelling for each e-mail address, decided before anything looks at it: NFKC first (so that a full-width "＠" or a
 * ligature cannot hide a second address), then exactly one "@", no spaces, controls or invisible characters, a domain
 * with a top level, lower case.
 * Answers null for anything else.
 * @example normaliseEmail(" Min.Ji@Example.COM ") → "min.ji@example.com"
 */
export function normaliseEmail(input: string): string | null {
  const text = input.normalize("NFKC").trim().toLowerCase();
  if (text.length < 3 || text.length > 254) return null;
  const [local, domain, ...rest] = text.split("@");
  if (rest.length > 0 || !local || !domain) return null;
  if (local.length > 64 || !/^[^\s\p{C}\p{Default_Ignorable_Code_Point},;:<>()[\]\\"]+$/u.test(local)) return null;
  // Dots stand between words, not beside each other or at an end.
  if (/^\.|\.\.|\.$/.test(local)) return null;
  const labels = domain.split(".");
  if (labels.length < 2 || !labels.every(isLabel)) return null;
  // No top-level domain is one letter or a number: that would be a typo or an address of the network.
  return /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u.test(labels[labels.length - 1]) ? text : null;
}
