/** Whether a kind is to be looked at thoroughly: BOXUP_THOROUGH is "all" (weekly, by hand) or a list of kinds (in CI, those that changed). */
export function isThorough(kind: string): boolean {
  const thorough = process.env.BOXUP_THOROUGH ?? "";
  return thorough === "all" || thorough.split(",").includes(kind);
}
