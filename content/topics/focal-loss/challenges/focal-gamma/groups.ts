import type { Text } from "@/lib/challenges/text";

interface Kind {
  readonly object: boolean;
  readonly name: Text;
}

/** The groups of places, from the easiest background to the wrong labels. */
export const GROUPS = {
  flat: { object: false, name: { ko: "텅 빈 배경", en: "Empty ground" } },
  texture: { object: false, name: { ko: "무늬 배경", en: "Patterned ground" } },
  beside: { object: false, name: { ko: "물체 둘레", en: "Around objects" } },
  alike: { object: false, name: { ko: "닮은 배경", en: "Look-alikes" } },
  trap: { object: false, name: { ko: "속이는 배경", en: "Traps" } },
  clear: { object: true, name: { ko: "뚜렷한 물체", en: "Clear objects" } },
  unsure: { object: true, name: { ko: "애매한 물체", en: "Unsure objects" } },
  hard: { object: true, name: { ko: "어려운 물체", en: "Hard objects" } },
  wrong: { object: true, name: { ko: "틀린 이름표", en: "Wrong labels" } },
} as const satisfies Readonly<Record<string, Kind>>;

export type GroupId = keyof typeof GROUPS;

/** From this pₜ (thousandths) on a place of the background counts as easy. */
const EASY_FROM = 900;

export const isEasy = ({ id, pt }: { readonly id: GroupId; readonly pt: number }): boolean => !GROUPS[id].object && pt >= EASY_FROM;
