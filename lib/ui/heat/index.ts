export { heatColour, HeatPicture, type HeatPictureProps } from "./HeatPicture";
