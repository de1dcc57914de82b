export { HeatCover, heatColour, HeatPicture, type HeatPictureProps } from "./HeatPicture";
export { Mosaic, type MosaicProps } from "./Mosaic";
