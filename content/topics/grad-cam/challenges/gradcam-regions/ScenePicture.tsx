"use client";

import { SceneLayer, useRecordedDrawing } from "@/lib/ui/scene";
import { drawingOf, pictureFile } from "./bank";
import { loadDrawing } from "./drawings";
import type { SceneSet } from "./recording";

/** A picture's side in pixels, and so the stage's. */
export const WIDTH = 112;

/** A scene of the bank under a stage of WIDTH × WIDTH. */
export const ScenePicture = ({ set, place }: { readonly set: SceneSet; readonly place: number }) => (
  <SceneLayer drawing={useRecordedDrawing(loadDrawing, drawingOf(set, place))} seen={pictureFile(set, place)} side={WIDTH} />
);
