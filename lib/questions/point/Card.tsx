import type { ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { CellGrid, SpotChips, useSpotlight } from "@/lib/ui/boards";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { unbroken } from "@/lib/words";
import type { CardProps } from "../card";
import type { BoxPicture, GridPicture, PointAnswer, PointTruth, PointView } from "./form";

type Props = CardProps<PointView, PointTruth, PointAnswer>;
type Picture<P> = Omit<Props, "view" | "keys"> & { readonly picture: P; readonly caption: Text };

const PICTURE: Text = { ko: "고를 수 있는 그림", en: "Picture to choose in" };
const LIST: Text = { ko: "고를 수 있는 상자", en: "Boxes to choose from" };
const RIGHT: Text = { ko: "여기예요", en: "here it is" };
const TAKEN: Text = { ko: "고른 곳", en: "your choice" };

/** A picture with places; the same choice stands below it as a list, for thumbs and screen readers. */
export function PointCard({ view, ...rest }: Props) {
  const { picture, caption } = view;
  return picture.kind === "grid" ? (
    <Cells {...rest} picture={picture} caption={caption} />
  ) : (
    <Boxes {...rest} picture={picture} caption={caption} />
  );
}

function Boxes({ picture, caption, answer, onChange, truth, locale }: Picture<BoxPicture>) {
  const { lit, seen, onSeen, handlers } = useSpotlight();
  const stateOf = (id: string): StageBox["state"] => {
    if (truth?.target === id) return "kept";
    if (answer.place === id) return truth === null ? "picked" : "wrong";
    return "idle";
  };
  const places: readonly StageBox[] = picture.places.map(({ id, box, label, said }, i) => ({
    id,
    box,
    label,
    tone: i % 8,
    state: stateOf(id),
    description: said[locale],
  }));
  const verdicts = new Map(
    truth === null
      ? []
      : [answer.place ?? truth.target, truth.target].map((id) => {
          const [right, mine] = [id === truth.target, id === answer.place];
          return [id, { right, words: [right ? RIGHT : null, mine ? TAKEN : null].flatMap((text) => text?.[locale] ?? []).join(", ") }];
        }),
  );
  const choose = (id: string) => {
    if (places.some((place) => place.id === id)) onChange({ place: id });
  };
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={picture.width}
        height={picture.height}
        boxes={places}
        label={PICTURE[locale]}
        description={[caption, ...picture.fixed.map(({ said }) => said)].map((text) => text[locale]).join(" ")}
        locale={locale}
        onToggle={choose}
        onPoint={onSeen}
        pointed={truth === null ? lit : null}
        locked={truth !== null}
        underlay={<Fixed picture={picture} />}
      />
      <p className="m-0 text-sm text-ink-2">{unbroken(caption[locale])}</p>
      <SpotChips
        handlers={handlers}
        pointed={seen}
        boxes={places}
        selected={answer.place === null ? [] : [answer.place]}
        onToggle={choose}
        locale={locale}
        locked={truth !== null}
        verdicts={verdicts}
        label={LIST[locale]}
      />
    </div>
  );
}

function Fixed({ picture }: { readonly picture: BoxPicture }): ReactNode {
  return picture.fixed.map(({ id, box: [x1, y1, x2, y2], label }) => (
    <g key={id} aria-hidden="true">
      <rect x={x1} y={y1} width={x2 - x1} height={y2 - y1} fill="var(--brand)" fillOpacity={0.22} stroke="var(--ink-2)" strokeWidth={2.5} />
      <text x={x1 + 4} y={y2 - 5} fontSize={13} fill="var(--ink)">
        {label}
      </text>
    </g>
  ));
}

function Cells({ picture, caption, answer, onChange, truth, locale }: Picture<GridPicture>) {
  const { rows, columns, cells } = picture;
  const at = answer.place === null ? [] : [Number(answer.place)];
  return (
    <CellGrid
      rows={rows}
      columns={columns}
      marked={truth === null ? at : [Number(truth.target)]}
      // One place is meant: the newest mark stands alone.
      onChange={(marked) => {
        const fresh = marked.filter((cell) => !at.includes(cell));
        const cell = fresh.at(-1) ?? marked.at(-1);
        if (cell !== undefined) onChange({ place: String(cell) });
      }}
      label={caption[locale]}
      locale={locale}
      locked={truth !== null}
      content={(cell) => <CellText text={cells[cell]} struck={truth !== null && at.includes(cell) && String(cell) !== truth.target} />}
      say={(cell) => [cells[cell], ...saidOf(cell, truth, at, locale)].filter(Boolean).join(", ")}
    />
  );
}

const saidOf = (cell: number, truth: PointTruth | null, at: readonly number[], locale: Locale): readonly string[] =>
  truth === null ? [] : [...(String(cell) === truth.target ? [RIGHT[locale]] : []), ...(at.includes(cell) ? [TAKEN[locale]] : [])];

function CellText({ text, struck }: { readonly text: string; readonly struck: boolean }) {
  return <span className={`font-mono text-sm tabular-nums ${struck ? "text-bad line-through" : "text-ink"}`}>{text}</span>;
}
