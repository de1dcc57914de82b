"use client";

import dynamic from "next/dynamic";

/** `Recheck` where it is seldom needed: its code comes once it is shown. */
export const RecheckLater = dynamic(() => import("./Recheck").then(({ Recheck }) => Recheck));
