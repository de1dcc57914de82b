// The lint rule boxup/exact: what decides an instance or a grade computes the same bits in every engine (docs/browsers.md).

/** Math's functions whose last bits the language leaves to the engine, and what stands in for them. */
const INEXACT = new Map(
  Object.entries({
    acos: null,
    acosh: null,
    asin: null,
    asinh: null,
    atan: "atan",
    atan2: "atan2",
    atanh: null,
    cbrt: null,
    cos: "cos",
    cosh: null,
    exp: "exp",
    expm1: "expm1",
    hypot: null,
    log: "log",
    log10: null,
    log1p: "log1p",
    log2: "log2",
    pow: "pow",
    sin: "sin",
    sinh: null,
    tan: null,
    tanh: "tanh",
  }),
);

/** The files that the rule holds for. Tests and TF.js twins stand outside; what the kinds reach beyond is held by tests/engines. */
export const EXACT_FILES = [
  "content/topics/*/challenges/**/*.ts",
  "content/topics/*/{asked,questions}.ts",
  "lib/challenges/**/*.ts",
  "lib/questions/**/*.ts",
  "lib/engine/random.ts",
  "lib/engine/{anchors,autograd,boxes,evaluate,exact,losses,match,nets,pool,scenes,suppress}/**/*.ts",
];

const wholeNumber = (node) =>
  node.type === "UnaryExpression" && node.operator === "-"
    ? wholeNumber(node.argument)
    : node.type === "Literal" && Number.isInteger(node.value);
const valueOf = (node) => (node.type === "UnaryExpression" ? -node.argument.value : node.value);

/** Powers that every engine computes alike: squares, powers of two, and whole powers of whole numbers that fit a double. */
function safePower(base, exponent) {
  if (!wholeNumber(exponent)) return false;
  if (valueOf(exponent) === 2) return true;
  if (!wholeNumber(base)) return false;
  return Math.abs(valueOf(base)) === 2 || (valueOf(exponent) >= 0 && Number.isSafeInteger(valueOf(base) ** valueOf(exponent)));
}

function adviceFor(name) {
  if (name === "hypot") return "Math.sqrt(x * x + y * y)";
  const own = INEXACT.get(name);
  return own ? `${own} of lib/engine/exact` : "the functions of lib/engine/exact, a table or whole numbers";
}

export const exact = {
  meta: { type: "problem", docs: { description: "no function whose last bits differ between JavaScript engines" }, schema: [] },
  create(context) {
    const report = (node, what, advice) =>
      context.report({ node, message: `${what} differs between JavaScript engines in its last bits; use ${advice}. See docs/browsers.md` });
    const power = (node) => {
      if (node.operator.startsWith("**") && !safePower(node.left, node.right))
        report(node, `"${node.operator}"`, "a product, or pow of lib/engine/exact");
    };
    return {
      BinaryExpression: power,
      AssignmentExpression: power,
      Identifier(node) {
        if (node.name !== "Math") return;
        const { parent } = node;
        if (parent.type === "Property" && parent.key === node && !parent.computed) return;
        // Math itself, or globalThis.Math: what is read from it?
        const math = parent.type === "MemberExpression" && parent.property === node && !parent.computed ? parent : node;
        const access = math.parent;
        if (access.type !== "MemberExpression" || access.object !== math) {
          report(node, "Math, handed on as a whole,", "its functions by name");
          return;
        }
        const name = access.computed ? access.property.value : access.property.name;
        if (typeof name !== "string") report(access, "Math[…]", "its functions by name");
        else if (INEXACT.has(name)) report(access, `Math.${name}`, adviceFor(name));
      },
    };
  },
};
