import { Said, useRichSaying } from "@/lib/questions/Said";

interface Props {
  readonly id?: string;
  readonly text: string;
  /** What a plain one is. One that is laid out may have paragraphs, which neither of these holds. */
  readonly as: "h2" | "p";
}

/** What a question asks. */
export function Prompt({ id, text, as }: Props) {
  const rich = useRichSaying();
  const Title = rich ? "div" : as;
  return (
    <Title id={id} className={rich ? "text-lg text-ink" : "m-0 text-balance text-lg font-bold text-ink"}>
      <Said text={text} block />
    </Title>
  );
}
