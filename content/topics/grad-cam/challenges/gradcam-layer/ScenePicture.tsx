"use client";

import { SceneLayer, useRecordedDrawing } from "@/lib/ui/scene";
import { SignedCells } from "../../SignedCells";
import { pictureFile } from "./bank";
import { loadDrawing } from "./drawings";
import type { ShownMap, View } from "./instance";
import { HOTTEST, SIDE } from "./recording";

/** A picture's side in pixels, and so the stage's. */
export const WIDTH = 112;

/** A scene of the bank under a stage of WIDTH × WIDTH. */
export const ScenePicture = ({ place }: { readonly place: number }) => (
  <SceneLayer drawing={useRecordedDrawing(loadDrawing, place)} seen={pictureFile(place)} side={WIDTH} />
);

/** A map of the scene. */
export const Heat = ({ cells }: Pick<ShownMap, "cells">) => (
  <SignedCells values={cells} side={SIDE} most={HOTTEST} width={WIDTH} through={0.1} />
);

/** The box of the object asked for in one line, the other's in dashes. */
export const Boxes = ({ view: { objects, asked } }: { readonly view: View }) => (
  <g aria-hidden="true" fill="none">
    {objects.map(({ box: [x1, y1, x2, y2] }, i) => {
      const at = { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
      return (
        <g key={i}>
          <rect {...at} stroke="#fff" strokeWidth={3} />
          <rect {...at} stroke="#14151a" strokeWidth={1.5} strokeDasharray={i === asked ? undefined : "4 3"} />
        </g>
      );
    })}
  </g>
);
