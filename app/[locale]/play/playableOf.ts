import type { Playable } from "@/lib/ui/play/playable";

/** A kind with its board and replay. Where each is found is a list that grows with the kinds, so it comes with the first of them and not with the page. */
export const playableOf = async (kind: string): Promise<Playable> => (await import("@/content/_generated/playables")).playables[kind]();
