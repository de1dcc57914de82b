/** Expressions as somebody types them: "p = a*b; p + a". Each name is one node of the graph, however often it is used. */
import { scalar, SCALAR_OPS, type Scalar, type ScalarOp } from "@/lib/engine/autograd";
import type { Text } from "@/lib/challenges/text";

/** The inputs that an expression may use. */
export const VARIABLES = ["a", "b", "c", "d"] as const;
export type Values = Readonly<Record<(typeof VARIABLES)[number], number>>;
/** Nodes that still can be read as a picture. */
export const MOST_NODES = 12;
/** Letters of an expression; also what keeps its brackets from nesting too deep. */
export const LONGEST = 80;
/** A name that fits into a node. */
const NAME = /^[A-Za-z]{1,6}$/;

type Ast =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly op: ScalarOp; readonly args: readonly Ast[] };

/** What is wrong with a text, in words for whoever typed it. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
  constructor(readonly said: Text) {
    super(said.en);
  }
}
const fail = (ko: string, en: string): never => {
  throw new ExpressionError({ ko, en });
};

const INFIX: Readonly<Record<string, ScalarOp>> = { "+": "add", "-": "sub", "*": "mul", "/": "div" };
/** Operations that are written as a function. */
const FUNCTIONS = SCALAR_OPS.filter((op) => !["add", "sub", "mul", "div", "neg", "pow"].includes(op));

/** Recursive descent over the tokens; statements are separated by ";", the last one is the result. */
function parse(text: string): { readonly name: string | null; readonly tree: Ast }[] {
  if (text.length > LONGEST) fail(`식이 너무 길어요. ${LONGEST}자까지 써요.`, `Too long: at most ${LONGEST} characters.`);
  const plain = text.replace(/[·×]/g, "*").replace(/−/g, "-").replace(/÷/g, "/");
  const tokens = plain.match(/\d+(?:\.\d+)?|[A-Za-z]+|\S/gu) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && ++at > 0;
  const need = (token: string) => take(token) || fail(`‘${token}’ 자리가 비었어요.`, `A “${token}” is missing.`);
  const binary = (ops: string, inner: () => Ast) => (): Ast => {
    let left = inner();
    while (at < tokens.length && ops.includes(tokens[at])) left = { kind: "call", op: INFIX[tokens[at++]], args: [left, inner()] };
    return left;
  };
  const atom = (): Ast => {
    if (take("-")) return { kind: "call", op: "neg", args: [atom()] };
    if (take("(")) {
      const inside = sum();
      need(")");
      return inside;
    }
    const token = tokens[at++] ?? fail("식이 도중에 끝났어요.", "The expression ends too soon.");
    if (/^\d/.test(token)) return { kind: "number", value: Number(token) };
    if (!/^[A-Za-z]/.test(token))
      return fail(`‘${token}’ 자리에 수나 이름이 와야 해요.`, `A number or a name belongs where “${token}” is.`);
    if (tokens[at] !== "(") return { kind: "name", name: token };
    const op = FUNCTIONS.find((one) => one === token) ?? fail(`모르는 함수예요: ${token}`, `Unknown function: ${token}`);
    need("(");
    const args = [sum()];
    while (take(",")) args.push(sum());
    need(")");
    if (args.length !== scalar.arity(op)) fail(`${op}에 넣는 값의 수가 달라요.`, `${op} takes another number of values.`);
    return { kind: "call", op, args };
  };
  const sum: () => Ast = binary("+-", binary("*/", atom));
  const statements: { readonly name: string | null; readonly tree: Ast }[] = [];
  while (at < tokens.length) {
    const named = tokens[at + 1] === "=";
    const name = named ? tokens[at] : null;
    if (name !== null && !NAME.test(name)) fail(`이름은 영문자 1–6자로 지어 주세요: ${name}`, `A name has 1 to 6 letters: ${name}`);
    if (named) at += 2;
    statements.push({ name, tree: sum() });
    if (at < tokens.length) need(";");
  }
  return statements.length > 0 ? statements : fail("식을 적어 주세요.", "Type an expression.");
}

/** A node before the way back: what it does, what it is called, what it holds. Inputs come before their users, the root is last. */
export interface GraphNode {
  readonly op: Scalar["op"];
  readonly name: string;
  readonly inputs: readonly number[];
  readonly value: number;
}

/** Names for inner nodes that were given none. */
const SPARE = ["p", "q", "r", "s", "t", "u", "v", "w", "m", "n", "k", "o"];

/**
 * The graph of a typed expression at these values, in the order of the engine's tape.
 * @example graphOf("a*b + a", { a: 3, b: 2, … }): a 3, b 2, p = a·b 6, L = p + a 9
 * @throws ExpressionError with what is wrong, in both languages
 */
export function graphOf(text: string, values: Values): GraphNode[] {
  const statements = parse(text);
  const known = new Map<string, Scalar>();
  const names = new Map<Scalar, string>();
  const make = (tree: Ast): Scalar => {
    if (tree.kind === "number") return scalar.constant(tree.value);
    if (tree.kind === "call") {
      try {
        return scalar.apply(tree.op, tree.args.map(make));
      } catch (error) {
        if (error instanceof ExpressionError) throw error;
        return fail(`${tree.op}: 이 값으로는 계산할 수 없어요.`, `${tree.op} cannot be worked out with this.`);
      }
    }
    const { name } = tree;
    if (!known.has(name)) {
      const own = VARIABLES.find((one) => one === name) ?? fail(`모르는 이름이에요: ${name}`, `Unknown name: ${name}`);
      known.set(name, scalar.variable(values[own], name));
    }
    return known.get(name)!;
  };
  let root: Scalar | null = null;
  for (const [i, { name, tree }] of statements.entries()) {
    root = make(tree);
    if (name === "L" && i < statements.length - 1) fail("L은 마지막 결과의 이름이에요.", "L is the name of the last result.");
    if (name === null) continue;
    if (known.has(name) || VARIABLES.some((one) => one === name)) fail(`이미 쓰인 이름이에요: ${name}`, `This name is taken: ${name}`);
    known.set(name, root);
    names.set(root, name);
  }
  // The keys of the gradients stand in the order of the tape.
  const order = [...scalar.gradients(root!).keys()];
  if (order.length > MOST_NODES)
    fail(`마디가 ${order.length}개예요. ${MOST_NODES}개까지 그려요.`, `${order.length} nodes; ${MOST_NODES} can be drawn.`);
  const spare = SPARE.filter((name) => !known.has(name));
  return order.map((node) => ({
    op: node.op,
    name:
      node.op === "variable"
        ? node.name!
        : node === root
          ? "L"
          : (names.get(node) ?? (node.op === "constant" ? "" : (spare.shift() ?? "?"))),
    inputs: node.inputs.map((input) => order.indexOf(input)),
    value: node.value + 0,
  }));
}

const SIGNS: Partial<Readonly<Record<Scalar["op"], string>>> = { add: "+", sub: "−", mul: "×", div: "÷" };

/** How a node is worked out: "a × b", "relu(p)"; of an input or a number nothing. */
export function ruleOf(nodes: readonly GraphNode[], { op, inputs }: GraphNode): string {
  if (op === "variable" || op === "constant") return "";
  const said = inputs.map((i) => nodes[i].name || String(nodes[i].value));
  const sign = SIGNS[op];
  return sign ? said.join(` ${sign} `) : op === "neg" ? `−${said[0]}` : `${op}(${said.join(", ")})`;
}

/** What stands on a node: its sign or its function. */
export const signOf = ({ op }: GraphNode): string => SIGNS[op] ?? (op === "variable" || op === "constant" ? "" : op === "neg" ? "−" : op);
