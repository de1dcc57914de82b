export { HELD_OUT_STYLE, STYLES, TRAIN_STYLES, type EmojiStyle } from "./styles";
export { buildAtlas, mipLevels, readAtlas, splitAtlas, type Atlas, type AtlasHeader, type Picture, type Sprite } from "./atlas";
export { BACKGROUNDS, type Background, type Palette } from "./background";
export { colourMatrix, MILD, recolour, WILD, type ColourRange } from "./colour";
export { emojiScene, SCENE_SIDE, type EmojiObject, type EmojiOptions, type EmojiScene, type Plan, type Wish } from "./compose";
export { BIASES, BIAS_TARGET, biasedPlan, probePlan, type Bias } from "./biased";
export { drawSprite, mipsOf, type Layer, type Placement } from "./paint";
export { restyle } from "./restyle";
export { TILT, turnOf, type Turn } from "./turn";
