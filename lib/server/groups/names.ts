/** What the database calls things, and what the wire calls them. */
import type { ItemType } from "@/lib/wire/groupParts";
import type { Notice, Status } from "@/lib/groups";
import type { $Enums } from "../prisma/client";

const turned = <A extends string, B extends string>(names: Readonly<Record<A, B>>): Readonly<Record<B, A>> =>
  Object.fromEntries(Object.entries(names).map(([a, b]) => [b, a])) as Record<B, A>;

export const ROLE_NAMES = { OWNER: "owner", MEMBER: "member" } as const satisfies Record<$Enums.GroupRole, string>;
export const ROLES = turned(ROLE_NAMES);

export const STATUS_NAMES: Readonly<Record<$Enums.AttendanceStatus, Status>> = {
  PRESENT: "present",
  LATE: "late",
  LEFT_EARLY: "left-early",
  ABSENT: "absent",
  ON_LEAVE: "on-leave",
  STOPPED: "stopped",
};
export const STATUSES = turned(STATUS_NAMES);

export const NOTICE_NAMES: Readonly<Record<$Enums.NextNotice, Notice>> = { ABSENT: "absent", LATE: "late" };
export const NOTICES = turned(NOTICE_NAMES);

export const TYPE_NAMES: Readonly<Record<$Enums.ItemType, ItemType>> = { QUESTION: "question", TASK: "task", LOOK_UP: "look-up" };
export const TYPES = turned(TYPE_NAMES);

export const END_NAMES = { DONE: "done", DROPPED: "dropped" } as const satisfies Record<$Enums.ItemEnd, string>;
export const ENDS = turned(END_NAMES);
