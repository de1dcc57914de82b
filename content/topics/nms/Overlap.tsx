export { OverlapGlow as Overlap } from "@/lib/ui/stage/layers";
