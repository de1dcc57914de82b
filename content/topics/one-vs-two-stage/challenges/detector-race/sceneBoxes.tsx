import type { StageBox } from "@/lib/ui/stage";
import { num, type Locale } from "@/lib/words";
import { shownFor, type View } from "./instance";
import { SOURCES, type SceneObject, type Source } from "./recording";
import { objectName, SOURCE_NAMES, SOURCE_TAGS } from "./words";

/** The line that a list's proposals are drawn with. */
export const SOURCE_TONES: Readonly<Record<Source, number>> = { search: 1, rpn: 4 };

const corners = (box: readonly number[]) => `(${num(box[0])}, ${num(box[1])})–(${num(box[2])}, ${num(box[3])})`;

export const objectBox = (object: SceneObject, i: number, state: StageBox["state"], locale: Locale): StageBox => ({
  id: `object-${i}`,
  box: object.box,
  label: String(i + 1),
  tone: 0,
  state,
  description: `${objectName(object, i, locale)} ${corners(object.box)}`,
});

/** The proposals shown for an object, "S", or "S #12" where the place in the list counts; all of them, or those that are looked at. */
export const proposalBoxes = (view: View, source: Source, object: number, locale: Locale, all: boolean): StageBox[] =>
  shownFor(view, source, object, all).map(({ rank, box }): StageBox => ({
    id: `${source}-${object}-${rank}`,
    box,
    label: `${SOURCE_TAGS[source]}${view.whole ? ` #${rank}` : ""}`,
    tone: SOURCE_TONES[source],
    state: "idle",
    description: `${SOURCE_NAMES[source][locale]} ${view.whole ? `#${rank} ` : ""}${corners(box)}`,
  }));

/** Everything on the picture in words, for who cannot see it: each object with its proposals. */
export const describeScene = (view: View, locale: Locale): string =>
  view.objects
    .map((object, i) =>
      [objectBox(object, i, "truth", locale), ...SOURCES.flatMap((source) => proposalBoxes(view, source, i, locale, true))]
        .map(({ description }) => description)
        .join(", "),
    )
    .join(". ");
