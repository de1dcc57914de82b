"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { labelling } from "@/lib/challenges/answers";
import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { Beside, LabelRows } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { Stage, ToneLine } from "@/lib/ui/stage";
import { tally } from "@/lib/words";
import { ScenePicture, SIDE } from "../../ScenePicture";
import type { Answer, View } from "./challenge";
import { askedSources, reachesOf } from "./instance";
import { RunnerTable } from "./RunnerTable";
import { titleOf } from "./runners";
import { describeScene, objectBox, proposalBoxes, SOURCE_TONES } from "./sceneBoxes";
import { SOURCES, type Source } from "./recording";
import { betName, REACH_NAMES, SOURCE_NAMES, SOURCE_TAGS } from "./words";

const WORDS = {
  stage: { ko: "경주할 그림", en: "The picture of the race" },
  cost: {
    ko: "곱셈 = 기본 + 후보마다 드는 것 × 보는 상자. 표의 곱셈은 만 번 단위예요.",
    en: "Multiplications = fixed + per proposal × boxes looked at; in millions.",
  },
  covers: {
    ko: "후보를 보는 검출기는, 보는 후보 하나라도 물체와 IoU가 0.5 이상이어야 그 물체에 닿아요.",
    en: "A detector that looks at proposals reaches an object only if one of those it looks at has IoU ≥ 0.5 with it.",
  },
  drawn: {
    ko: "물체마다, 보는 후보 가운데 가장 많이 겹치는 것을 그렸어요. 그리지 않은 목록에는 겹치는 후보가 없어요.",
    en: "Drawn for each object: of the proposals looked at, the one that overlaps it most. Where a list has none drawn, none overlaps.",
  },
  whole: {
    ko: "목록 전체에서 가장 많이 겹치는 것도 그렸어요. #는 목록에서 몇 번째인지예요.",
    en: "Drawn too: the one of the whole list that overlaps it most. # is its place in the list.",
  },
  names: {
    ko: "“선택적 탐색”과 “RPN”은 그 목록을 보는 검출기를 뜻해요.",
    en: "“Search” and “RPN” stand for the detectors that look at that list.",
  },
  reach: { ko: "물체마다 누가 닿지 못하나요?", en: "Who cannot reach each object?" },
  object: { ko: "물체", en: "Object" },
  show: { ko: "그림에서 보기", en: "show on the picture" },
} satisfies Record<string, Text>;

const firstOnes = (source: Source, looked: number): Text => ({
  ko: `${SOURCE_NAMES[source].ko} 목록의 앞 ${tally(looked, "후보")}`,
  en: `the first ${looked} of ${source === "rpn" ? "the RPN's list" : "selective search's list"}`,
});

/** Which lists are looked at, how far, and how their proposals are drawn. */
function Lists({ view, locale }: { readonly view: View; readonly locale: Locale }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink">
      {askedSources(view).map((source) => (
        <span key={source} className="inline-flex items-center gap-1.5">
          <ToneLine tone={SOURCE_TONES[source]} width={26} />
          <b className="font-mono">{SOURCE_TAGS[source]}</b>
          {firstOnes(source, view.looked[source])[locale]}
        </span>
      ))}
    </div>
  );
}

/** The picture: each object, and the proposals of the one that is pointed at. */
function Picture({ view, pointed, locale }: { readonly view: View; readonly pointed: number | null; readonly locale: Locale }) {
  return (
    <Stage
      width={SIDE}
      height={SIDE}
      boxes={[
        ...view.objects.map((object, i) => objectBox(object, i, pointed === null || pointed === i ? "truth" : "ghost", locale)),
        ...(pointed === null ? [] : SOURCES.flatMap((source) => proposalBoxes(view, source, pointed, locale, true))),
      ]}
      label={WORDS.stage[locale]}
      description={describeScene(view, locale)}
      locale={locale}
      underlay={<ScenePicture scene={view.scene} />}
    />
  );
}

/** What is out of whose reach, one object after the other, with its proposals on the picture. */
function ReachSection({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [seen, setSeen] = useState<number | null>(null);
  const open = answer.reach.indexOf(null);
  // One object's proposals at a time: the one pointed at, or else the first without a label.
  const pointed = seen ?? (open >= 0 ? open : null);
  const rules = [WORDS.covers, WORDS.drawn, ...(view.whole ? [WORDS.whole] : []), WORDS.names];
  return (
    <Beside picture={<Picture view={view} pointed={pointed} locale={locale} />}>
      <SeenSwitch locale={locale} />
      <Lists view={view} locale={locale} />
      <ul className="m-0 flex list-disc flex-col gap-1 pl-5 text-sm text-ink-2">
        {rules.map((rule) => (
          <li key={rule.en}>{rule[locale]}</li>
        ))}
      </ul>
      <span className="text-sm font-medium text-ink">{WORDS.reach[locale]}</span>
      <LabelRows
        rows={view.objects.map(({ label }, i) => ({
          tag: String(i + 1),
          name: `${WORDS.object[locale]} ${i + 1}`,
          tone: 0,
          facts: <span className="font-sans">{CLASS_NAMES[VOC_CLASSES[label]][locale]}</span>,
        }))}
        options={reachesOf(view).map((value) => ({ value, label: REACH_NAMES[value][locale] }))}
        labels={answer.reach}
        onLabel={(i, label) => onChange({ ...answer, reach: labelling.put(answer.reach, i, label) })}
        onPoint={setSeen}
        pointed={pointed}
        show={WORDS.show[locale]}
        locked={locked}
      />
    </Beside>
  );
}

/** What each costs, and the bets on it. */
function CostSection({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const runners = view.runners.map(({ name }, value) => ({ value, label: titleOf(name) }));
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <RunnerTable runners={view.runners} locale={locale} />
      <p className="m-0 text-sm text-ink-2">{WORDS.cost[locale]}</p>
      {(["cheapest", "dearest"] as const).map((bet) => (
        <Segmented
          key={bet}
          label={betName(view, bet)[locale]}
          options={runners}
          value={answer[bet]}
          onChange={(index) => onChange({ ...answer, [bet]: index })}
          disabled={locked}
        />
      ))}
    </div>
  );
}

/** The picture with what was proposed, the figures of those who run, and the questions about both. */
export function Board(props: BoardProps<View, Answer>) {
  const { view, locale } = props;
  return reachesOf(view).length > 0 ? (
    <div className="flex flex-col gap-5">
      <ReachSection {...props} />
      <CostSection {...props} />
    </div>
  ) : (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-2">
        <Picture view={view} pointed={null} locale={locale} />
        <SeenSwitch locale={locale} />
      </div>
      <CostSection {...props} />
    </div>
  );
}
