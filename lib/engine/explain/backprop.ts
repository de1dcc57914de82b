import type { Explanation, Method } from "./subject";

/**
 * Deconvnet: the target sent back through the network with each ReLU passing max(0, signal) whatever the forward value,
 * pooling going back to its winners (Zeiler & Fergus, arXiv:1311.2901). [C, H, W], signed. Not a gradient.
 */
export const deconvnet: Method<object, Explanation> = (subject) => ({ map: subject.signal("deconvnet").input });

/**
 * Guided backpropagation: each ReLU passes the signal only where both it and the forward input are positive
 * (Springenberg et al., arXiv:1412.6806). [C, H, W], signed. Not a gradient: crisp, and nearly the same for every class
 * (Adebayo et al., arXiv:1810.03292).
 */
export const guidedBackprop: Method<object, Explanation> = (subject) => ({ map: subject.signal("guided").input });
