export { describeBox as describe, pictureTag, tagOf, tonesOf } from "@/lib/ui/stage";
