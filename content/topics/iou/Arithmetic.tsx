"use client";

import { overlapSum, Sum, type OverlapSum } from "@/lib/ui/simulation";

/** The sum behind the number, with this picture's numbers, line by line as far as `upTo`. */
export const Arithmetic = (sum: OverlapSum) => <Sum lines={overlapSum(sum)} />;
