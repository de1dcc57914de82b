export { PairArrow, PairPanel, usePair } from "@/lib/ui/boards";
