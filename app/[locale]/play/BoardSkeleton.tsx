/** Holds the board's place while its code and instance come, so that nothing shifts. */
export function BoardSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="flex flex-col gap-4">
      <div className="h-7 w-3/4 rounded-(--radius) bg-paper-3" />
      <div className="aspect-[4/3] w-full rounded-(--radius) border border-line bg-paper-2" />
      <div className="h-14 w-full rounded-(--radius) bg-paper-3" />
      <span className="sr-only">{label}</span>
    </div>
  );
}
