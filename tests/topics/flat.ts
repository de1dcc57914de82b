import type { Challenge, Level } from "@/lib/challenges";

/** A challenge whose instances are one flat object, for hand-worked cases written before the halves were told apart. */
export function flat<V extends object, T extends object | null, A, S>(challenge: Challenge<V, T, A, S>) {
  type Flat = V & (T extends null ? unknown : T);
  const halves = (instance: Flat) => ({ view: instance as V, truth: instance as unknown as T });
  return {
    ...challenge,
    generate: (seed: string, level: Level) => {
      const { view, truth } = challenge.generate(seed, level);
      return { ...view, ...truth } as Flat;
    },
    view: (instance: Flat) => instance as V,
    solve: (instance: Flat) => challenge.solve(halves(instance)),
    grade: (instance: Flat, answer: A) => challenge.grade(halves(instance), answer),
    slack: (instance: Flat) => challenge.slack(halves(instance)),
    evidence: (instance: Flat) => challenge.evidence?.(halves(instance)),
  };
}
