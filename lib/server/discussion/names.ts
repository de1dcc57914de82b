/** What the database calls things of a discussion, and what the wire calls them. */
import type { COMPLAINT_REASONS } from "@/lib/wire/discussionParts";
import type { $Enums } from "../prisma/client";

type Reason = (typeof COMPLAINT_REASONS)[number];

export const REASON_NAMES: Readonly<Record<$Enums.ComplaintReason, Reason>> = {
  UNKIND: "unkind",
  PRIVATE: "private",
  OFF_TOPIC: "off-topic",
  OTHER: "other",
};
export const REASONS: Readonly<Record<Reason, $Enums.ComplaintReason>> = {
  unkind: "UNKIND",
  private: "PRIVATE",
  "off-topic": "OFF_TOPIC",
  other: "OTHER",
};
