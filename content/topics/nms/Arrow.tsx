export { Arrow } from "@/lib/ui/stage/layers";
