/** Everything the Lab asks of the worker. */
import { defineTasks } from "@/lib/challenges/task";
import { map, scene, scores } from "./classifier";
import { detect, detectionMap, detectionOcclusion, detectionRise } from "./detector";
import { activation, ascent, channels, filters, layers } from "./layers";
import { photoClose, photoHeat, photoMap, photoOcclusion, photoOpen } from "./photo";
import { patches, space } from "./space";
import { probe, sanity } from "./trust";

export const tasks = defineTasks({
  scene,
  scores,
  layers,
  map,
  activation,
  channels,
  filters,
  ascent,
  photoOpen,
  photoHeat,
  photoMap,
  photoOcclusion,
  photoClose,
  detect,
  detectionMap,
  detectionOcclusion,
  detectionRise,
  patches,
  space,
  sanity,
  probe,
});
