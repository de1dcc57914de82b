import type { PointerEvent } from "react";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Corner } from "./editing";
import { gripAt, type Grip } from "./pick";
import type { TagPlace } from "./tags";

/** A box to move that stands on a `Stage`. */
export interface Movable {
  readonly id: string;
  readonly box: BoxXYXY;
  /** Its tag as it is drawn; null where it has none. */
  readonly tag: TagPlace | null;
  readonly resizable: boolean;
  /** A press got hold of it: of a corner, or of the whole box. */
  readonly grab: (event: PointerEvent<SVGElement>, corner: Corner | null) => void;
  /** While it was tapped and waits for its new place: takes it there. */
  readonly putDown: ((event: PointerEvent<SVGElement>) => void) | null;
}

/**
 * The boxes to move on one `Stage`. Where they lie on each other, the one drawn last would take every press; here they agree on
 * whose handle, tag or area is meant.
 */
export class Grips {
  // In the order of drawing: a box keeps its place when it is told anew.
  private readonly boxes = new Map<string, Movable>();
  private selected: string | null = null;

  tell(box: Movable): void {
    this.boxes.set(box.id, box);
  }

  forget(id: string): void {
    this.boxes.delete(id);
  }

  /** The box that was last pressed or has the focus: its handles come before those of others. */
  select(id: string): void {
    this.selected = id;
  }

  /** What a press at a point (stage pixels) gets hold of. @param scale stage pixels per CSS pixel */
  at(x: number, y: number, scale: number): Grip | null {
    return gripAt([...this.boxes.values()], x, y, { scale, selected: this.selected });
  }

  /** A press at a point: the box that is meant has it, unless one waits for its new place. */
  press(event: PointerEvent<SVGElement>, [x, y]: readonly [number, number], scale: number): void {
    if (this.waiting()) return;
    const grip = this.at(x, y, scale);
    if (grip === null) return;
    this.selected = grip.id;
    this.boxes.get(grip.id)?.grab(event, grip.corner);
  }

  /** A press on a box ends while another one waits for its new place: that is here. */
  release(event: PointerEvent<SVGElement>): void {
    this.waiting()?.putDown?.(event);
  }

  private waiting(): Movable | undefined {
    return [...this.boxes.values()].find(({ putDown }) => putDown !== null);
  }
}
