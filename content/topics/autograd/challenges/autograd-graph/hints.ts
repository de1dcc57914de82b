import type { HintLadder } from "@/lib/challenges/contract";
import { valuesOf, type Answer, type View } from "./instance";
import { reasonOf } from "./words";

const has = ({ nodes }: View, ...ops: string[]) => nodes.some(({ op }) => ops.includes(op));

export const hints: HintLadder<View, null, Answer> = {
  asked: () => ({
    ko: "마디마다 ∂L/∂마디를 적어요. 그 마디를 조금 키우면 L이 몇 배로 움직이는지예요. L에서 시작해 거꾸로 가요.",
    en: "For each node write ∂L/∂node: by how many times its nudge L moves. Start at L and go back.",
  }),
  rule: (view) => ({
    ko: `화살표마다 위에서 온 값에 국소 기울기를 곱해요. 한 마디에 화살표가 여럿 닿으면 모두 더해요.${has(view, "sub") ? " 빼기의 둘째 입력은 −1이에요." : ""}${has(view, "relu") ? " ReLU는 순전파 입력이 양수일 때만 1이에요." : ""}${has(view, "max") ? " max는 큰 쪽으로만 보내요." : ""}`,
    en: `Along each arrow, multiply what arrives from above by the local slope. Where several arrows meet, add.${has(view, "sub") ? " The second input of a minus has −1." : ""}${has(view, "relu") ? " A ReLU has 1 only if its forward input was positive." : ""}${has(view, "max") ? " A max sends to the larger one alone." : ""}`,
  }),
  step({ view }) {
    const [first] = valuesOf(view);
    return { text: reasonOf(view, view.asked[0]), answer: { values: view.asked.map((_, i) => (i === 0 ? first : null)) } };
  },
};
