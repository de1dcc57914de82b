import { labMap, labScene, labScores } from "./classifier";
import { labDetect, labDetectionMap, labDetectionOcclusion, labDetectionRise } from "./detector";
import { labStop } from "./jobs";
import type { LabWorker } from "./lab";
import { labActivation, labAscent, labChannels, labFilters, labLayers } from "./layers";
import { photoClose, photoHeat, photoMap, photoOcclusion, photoOpen } from "./photo";
import { labPatches, labSpace } from "./space";
import { labProbe, labSanity } from "./trust";

/** Everything the Lab asks of the worker. */
export const labWorker: LabWorker = {
  labStop,
  labScene,
  labScores,
  labLayers,
  labMap,
  labActivation,
  labChannels,
  labFilters,
  labAscent,
  photoOpen,
  photoHeat,
  photoMap,
  photoOcclusion,
  photoClose,
  labDetect,
  labDetectionMap,
  labDetectionOcclusion,
  labDetectionRise,
  labPatches,
  labSpace,
  labSanity,
  labProbe,
};
