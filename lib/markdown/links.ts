/** Which addresses a note may name. */

/** Pages of the web and mail, and places of this site; nothing that runs, reads files or names another host without saying so. */
export function allowedHref(href: string): string | null {
  const text = href.trim();
  // What a browser takes out of an address before it reads it must not stand in one.
  if (/[\u0000-\u0020\u007f\\]/.test(text)) return null;
  return /^(?:https?:\/\/[^/]|mailto:[^?]|\/(?!\/)|#)/i.test(text) ? text : null;
}

const OWN_IMAGE = /^images\/([a-z0-9]{1,64})\.webp$/;

/** How a note's text names a picture of its own: as it lies beside the text once it is exported. */
export const imagePath = (id: string): string => `images/${id}.webp`;

/** The picture that an address names, where it is one of the note's own; else null. */
export const imageOf = (src: string): string | null => OWN_IMAGE.exec(src)?.[1] ?? null;

/** Every picture of its own that a text names, each once. */
export const imagesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(/\]\(\s*<?images\/([a-z0-9]{1,64})\.webp\b/g), ([, id]) => id)),
];
