/** What of a pointer's event decides. */
interface Pointer {
  readonly pointerId: number;
  readonly isPrimary: boolean;
  readonly button: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** Where a press began that may become a tap. */
export type Press = Pick<Pointer, "pointerId" | "clientX" | "clientY">;

/** How far a pointer may wander between its press and its release and still have meant one place: CSS pixels. */
const TRAVEL = 16;

/** A press of the first finger or of the main button; null for all others: a second finger, the menu's button. */
export const pressOf = ({ pointerId, isPrimary, button, clientX, clientY }: Pointer): Press | null =>
  isPrimary && button === 0 ? { pointerId, clientX, clientY } : null;

/** Whether a release ends a tap: it was pressed here, by the same pointer, at about the same place. */
export const isTap = (press: Press | null, up: Pointer): boolean =>
  press?.pointerId === up.pointerId && up.button === 0 && Math.hypot(up.clientX - press.clientX, up.clientY - press.clientY) <= TRAVEL;
