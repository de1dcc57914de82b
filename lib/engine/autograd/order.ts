/** A node of a graph that is read from results to what they were made of. */
interface Linked<Node> {
  readonly inputs: readonly Node[];
}

/**
 * The nodes a root was made of, inputs before their users, each once, the root last: a depth-first post-order, inputs left to right.
 * Iterative, so a chain of a million nodes does not overflow the stack; ordered, so the same graph is always drawn the same way.
 */
export function postOrder<Node extends Linked<Node>>(root: Node): Node[] {
  const out: Node[] = [];
  const seen = new Set<Node>([root]);
  const path: { node: Node; next: number }[] = [{ node: root, next: 0 }];
  while (path.length > 0) {
    const top = path[path.length - 1];
    if (top.next === top.node.inputs.length) {
      out.push(top.node);
      path.pop();
      continue;
    }
    const input = top.node.inputs[top.next++];
    if (seen.has(input)) continue;
    seen.add(input);
    path.push({ node: input, next: 0 });
  }
  return out;
}
