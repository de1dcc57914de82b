import { labMap, labScene, labScores } from "./classifier";
import { labStop } from "./jobs";
import type { LabWorker } from "./lab";
import { labActivation, labAscent, labChannels, labFilters, labLayers } from "./layers";
import { photoClose, photoHeat, photoMap, photoOcclusion, photoOpen } from "./photo";

/** Everything the Lab asks of the worker. */
export const labWorker: LabWorker = { labStop, labScene, labScores, labLayers, labMap, labActivation, labChannels, labFilters, labAscent, photoOpen, photoHeat, photoMap, photoOcclusion, photoClose };
