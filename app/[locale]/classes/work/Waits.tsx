"use client";

import { InboxWay } from "../../shell/InboxWay";
import { DueList } from "./DueList";

/** What waits for who learns in a class: what they were told, and what they were given. */
export const Waits = () => (
  <>
    <InboxWay />
    <DueList />
  </>
);
