"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { NumberGrid, ReplayFrame } from "@/lib/ui/boards";
import { Sum, type SumLine } from "@/lib/ui/simulation";
import { letter, num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { KernelGrids, MapGrid, PatchGrids, ToneGrid } from "./Grids";
import { byNumber, patchAt, windowAt } from "./instance";
import { findings, itemName, patchName, reasonOf } from "./words";

const WORDS = {
  products: { ko: "곱", en: "Products" },
  under: { ko: "커널 아래", en: "Under the kernel" },
} satisfies Record<string, Text>;

/** Place by place: the patch in hand, and weight times pixel. */
function InHand({ view, item, locale }: { readonly view: View; readonly item: number; readonly locale: Locale }) {
  const patch = view.task === "weights" ? (findings(view).find(({ weight }) => weight === item)?.patch ?? 0) : item;
  const pixels = view.task === "slide" ? [patchAt(view, view.asked[item])] : view.patches[patch];
  return (
    <>
      {view.task === "slide" ? (
        <>
          <MapGrid view={view} locale={locale} under={windowAt(view.asked[item])} />
          <ToneGrid columns={3} values={pixels[0]} title={WORDS.under[locale]} tone={(value) => value / 5} />
        </>
      ) : (
        <PatchGrids view={view} patch={patch} locale={locale} title={patchName(view, patch)} />
      )}
      {view.kernel.map((nine, channel) => (
        <NumberGrid
          key={channel}
          compact
          columns={3}
          values={nine.map((weight, i) => (weight ?? 0) * pixels[channel][i])}
          title={WORDS.products[locale]}
          format={(value, cell) => (nine[cell] === null ? `${num(pixels[channel][cell])}${letter(view.asked.indexOf(cell))}` : num(value))}
        />
      ))}
    </>
  );
}

/** Patch by patch, cell by cell or weight by weight: the kernel on it, its products, and how the responses stand so far. */
export function Replay({ instance: { view }, answer, grade: { steps }, locale }: ReplayProps<View, null, Answer, Step>) {
  const ko = locale === "ko";
  const compared = view.task === "pick" || view.task === "rank";
  const order = byNumber(steps.map(({ value }) => value));
  const wrong = ({ item, mine, value }: Step) =>
    view.task === "pick" ? mine !== null && order[0] !== item : view.task === "rank" ? mine !== order.indexOf(item) + 1 : mine !== value;
  const spoken = ({ item, mine, value }: Step) => {
    if (!compared)
      return mine === null
        ? ko
          ? "비었어요"
          : "left out"
        : ko
          ? `${num(mine)} 대신 ${num(value)}`
          : `${num(mine)} instead of ${num(value)}`;
    return ko ? `${order.indexOf(item) + 1}번째로 커요` : `number ${order.indexOf(item) + 1} by response`;
  };
  const lines = (at: number): SumLine[] =>
    byNumber(steps.slice(0, at + 1).map(({ value }) => value)).map((i, place) => ({
      name: letter(steps[i].item),
      sum: `${num(steps[i].value)}${compared && answer.order.includes(steps[i].item) ? (ko ? " ← 내 답" : " ← your answer") : ""}`,
      result: compared && place === 0,
    }));
  return (
    <ReplayFrame
      captions={steps.map(({ item }) => `${itemName(view, item)[locale]}: ${reasonOf(view, item)[locale]}`)}
      missteps={steps.flatMap((step, at) =>
        wrong(step) ? [{ id: letter(step.item), at, label: `✗ ${letter(step.item)}`, spoken: spoken(step) }] : [],
      )}
      locale={locale}
      picture={(at) => (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
          <KernelGrids
            view={view}
            locale={locale}
            known={(i) =>
              steps.slice(0, at + 1).some(({ item }) => item === i) ? num(steps.find(({ item }) => item === i)?.value ?? 0) : letter(i)
            }
          />
          <InHand view={view} item={steps[at].item} locale={locale} />
        </div>
      )}
      below={(at) => (compared ? <Sum lines={lines(at)} /> : null)}
    />
  );
}
