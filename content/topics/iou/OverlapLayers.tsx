export { OverlapLayer as OverlapLayers, type Lit } from "@/lib/ui/stage/layers";
