// Before a server of a test: its clock is BOXUP_TEST_AHEAD milliseconds ahead, so that tomorrow can be looked at today.
const Real = Date;
const now = () => Real.now() + Number(process.env.BOXUP_TEST_AHEAD ?? 0);

const Ahead = new Proxy(Real, {
  construct: (target, args, of) => Reflect.construct(target, args.length === 0 ? [now()] : args, of === Ahead ? target : of),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
globalThis.Date = Ahead;
