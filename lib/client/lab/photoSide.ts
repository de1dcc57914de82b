import type { PhotoSide } from "./lab";

/** What is known of a device's memory. */
export interface Device {
  /** Gigabytes, where the browser says so (Chromium does, up to 8). */
  readonly deviceMemory?: number;
  /** Of the whole screen, in CSS pixels. */
  readonly screen: { readonly width: number; readonly height: number };
}

/** Up to so many gigabytes a tab that asks for a hundred megabytes more is likely to be closed. */
const SHORT_GB = 4;
/** The short side of a phone's screen is below this, of a tablet's or a laptop's above. */
const PHONE = 600;

/** How large a picture the photo detector sees here: 384 pixels need a little more than half the memory of 512. */
export function photoSideOf({ deviceMemory, screen }: Device): PhotoSide {
  const short = deviceMemory !== undefined && deviceMemory <= SHORT_GB;
  return short || Math.min(screen.width, screen.height) < PHONE ? 384 : 512;
}

/** @see photoSideOf, for the device that this runs on */
export const photoSide = (): PhotoSide =>
  photoSideOf({ deviceMemory: (navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory, screen: window.screen });
