import type { ReactNode } from "react";
import type { Locale } from "@/lib/challenges";
import type { Saved } from "@/lib/client/work";
import type { OpenedSlot } from "@/lib/wire/work";
import type { Part, Slot } from "../../../slots";

/** What a slot is known by on its page. */
export interface SlotProps {
  readonly learner: string;
  readonly assignment: string;
  readonly part: Part;
  readonly slot: Slot;
  readonly locale: Locale;
  /** Where to go once it is answered. */
  readonly on: ReactNode;
  readonly onAnswered: () => void;
  /** How the slot stands is asked for anew. */
  readonly onOpened: () => void;
}

/** What every kind of slot is given. */
export interface OpenProps extends SlotProps {
  readonly opened: OpenedSlot;
  /** Asks for the try once more, as after a token that ran out. @throws ApiError */
  readonly reopen: () => Promise<OpenedSlot>;
  /** What stood on the board last; null where nothing did. */
  readonly saved: unknown;
  /** Keeps what stands on the board now. */
  readonly onChange: (answer: unknown) => void;
  /** The answer was given. */
  readonly onEnd: () => void;
  readonly savedState: Saved;
}
