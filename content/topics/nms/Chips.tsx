export { ClassLegend, SpotChips as CrowdChips, useSpotlight } from "@/lib/ui/boards";
