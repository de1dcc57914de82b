/** The drawing styles of EmojiVOC. One is never trained on: what a detector makes of it is its score on unseen art. */
export const TRAIN_STYLES = ["noto", "twemoji", "fluent-emoji", "fluent-emoji-flat", "emojione"] as const;
/** Thick black outlines; also the one share-alike set, so nothing trained here has seen a share-alike picture. */
export const HELD_OUT_STYLE = "openmoji";
export const STYLES = [...TRAIN_STYLES, HELD_OUT_STYLE] as const;
export type EmojiStyle = (typeof STYLES)[number];
