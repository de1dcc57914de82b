import type { Locale } from "@/lib/challenges";
import type { LabPicture } from "@/lib/client/lab/lab";
import type { LabLink } from "@/lib/client/lab/link";

/** A picture on the bench; `id` tells its answers from those of others. */
export interface Bench {
  readonly id: number;
  readonly picture: LabPicture;
}

/** What every view gets. */
export interface ViewProps {
  readonly bench: Bench | null;
  readonly link: LabLink;
  readonly onLink: (change: Partial<LabLink>) => void;
  readonly onError: (error: unknown) => void;
  readonly locale: Locale;
}
