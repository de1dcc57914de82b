import type { Locale } from "@/lib/challenges";
import type { LabPicture } from "@/lib/client/lab/lab";
import type { LabLink } from "@/lib/client/lab/link";

/** The picture that is explained; `id` tells its answers from those of others. */
export interface LabInput {
  readonly id: number;
  readonly picture: LabPicture;
}

/** What every view gets. */
export interface ViewProps {
  readonly input: LabInput | null;
  readonly link: LabLink;
  readonly onLink: (change: Partial<LabLink>) => void;
  readonly onError: (error: unknown) => void;
  readonly locale: Locale;
}
