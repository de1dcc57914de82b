interface Props {
  readonly label: string;
  /** What is coming, to read until it is there. */
  readonly about?: string;
}

/** Holds the board's place while its code and instance come, so that nothing shifts. */
export function BoardSkeleton({ label, about }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="h-7 w-3/4 rounded-(--radius) bg-paper-3" />
      <div className="flex aspect-[4/3] w-full items-center rounded-(--radius) border border-line bg-paper-2 p-4 sm:p-10">
        {about !== undefined && <p className="m-0 text-pretty text-xl text-ink-2 sm:text-2xl">{about}</p>}
      </div>
      <div className="h-14 w-full rounded-(--radius) bg-paper-3" />
      <span role="status" className="sr-only">
        {label}
      </span>
    </div>
  );
}
