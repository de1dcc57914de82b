import { defineTasks, type TaskContext, type TaskModels } from "@/lib/challenges/task";
import { BACKBONE_TOP } from "@/lib/engine/detectors/backbone";
import { layerOutputs } from "@/lib/engine/detectors/outputs.gpu";
import { averagePrecision, precisionRecall } from "@/lib/engine/evaluate";
import { biasForPrior } from "@/lib/engine/losses";
import { seeded } from "@/lib/engine/random";
import { emojiScene, SCENE_SIDE, type Atlas } from "@/lib/engine/scenes/emoji";
import { answersOf, initialHeads, type HeadLoss } from "@/lib/engine/train/linear-heads";
import { LinearHeads } from "@/lib/engine/train/linear-heads.gpu";
import { PLACES_A_SCENE, TEST_EVERY, TEST_SCENES, TRAIN_SCENES, type TrainInput, type TrainPartial, type TrainPoint } from "./training";

const CHANNELS = 128;
const SIDE = 14;
/** Scenes that go through the backbone at once. */
const BATCH = 8;
const RATE = 0.01;
/** Of Adam's first weights. */
const DEVIATION = 0.01;

interface Places {
  /** [scenes · 196, 128]: the frozen backbone's map, a row a place. */
  readonly features: Float32Array;
  /** [scenes · 196]: 1 where an object's centre lies. */
  readonly targets: Float32Array;
}

/** What the backbone says of scenes is the same every time: a run that goes on, or another γ, need not ask again. */
const known = new WeakMap<TaskModels, Map<string, Places>>();

/** The frozen features of the scenes of one name. Reports how many more are read, batch by batch. */
async function placesOf(
  name: string,
  count: number,
  atlases: readonly Atlas[],
  { models, pause }: Pick<TaskContext, "models" | "pause">,
  onScenes: (count: number) => void,
): Promise<Places> {
  const all = known.get(models) ?? new Map<string, Places>();
  known.set(models, all);
  const found = all.get(name);
  if (found) return found;
  const network = await models.gpuNetwork("classifier");
  const features = new Float32Array(count * PLACES_A_SCENE * CHANNELS);
  const targets = new Float32Array(count * PLACES_A_SCENE);
  for (let first = 0; first < count; first += BATCH) {
    await pause();
    const scenes = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => emojiScene(`focal ${name} ${first + i}`, { atlases }));
    const [maps] = await layerOutputs(
      network,
      scenes.map(({ pixels }) => pixels),
      [BACKBONE_TOP],
    );
    scenes.forEach(({ objects }, i) => {
      const row = (first + i) * PLACES_A_SCENE;
      for (let p = 0; p < PLACES_A_SCENE; p++)
        for (let c = 0; c < CHANNELS; c++) features[(row + p) * CHANNELS + c] = maps[i].data[c * PLACES_A_SCENE + p];
      for (const { box } of objects) {
        const [column, line] = [box[0] + box[2], box[1] + box[3]].map((sum) =>
          Math.min(SIDE - 1, Math.floor((sum / 2 / SCENE_SIDE) * SIDE)),
        );
        targets[row + line * SIDE + column] = 1;
      }
    });
    onScenes(scenes.length);
  }
  const places = { features, targets };
  all.set(name, places);
  return places;
}

/** Labels of which some are wrong: background places called objects. */
function mislabelled(targets: Float32Array, percent: number, seed: number): Float32Array {
  const random = seeded(`focal labels ${seed}`);
  return targets.map((target) => (random.chance(percent / 100) ? 1 : target));
}

/** Average precision of the answers as a ranking of places. */
function apOf(answers: Float64Array, targets: Float32Array): number {
  const order = Array.from(answers.keys()).sort((a, b) => answers[b] - answers[a] || a - b);
  const positives = targets.reduce((sum, target) => sum + target, 0);
  return averagePrecision(
    precisionRecall(
      order.map((i) => targets[i]),
      positives,
    ),
    "all-point",
  );
}

export const tasks = defineTasks({
  /** Trains two heads on the same frozen features: cross-entropy and focal loss. Its progress shows the curve so far and the state to go on from. */
  async train({ seed, gamma, alpha, prior, wrong, steps, from }: TrainInput, context: TaskContext<TrainPartial>): Promise<TrainPartial> {
    const { pictures, pause, onProgress, backend } = context;
    await backend();
    const atlases = await pictures.atlases(false);
    let seen = 0;
    const onScenes = (count: number) => onProgress((seen += count), TRAIN_SCENES + TEST_SCENES);
    const test = await placesOf("test", TEST_SCENES, atlases, context, onScenes);
    const train = await placesOf(`train ${seed}`, TRAIN_SCENES, atlases, context, onScenes);
    const losses: readonly HeadLoss[] = [
      { gamma: 0, alpha: -1 },
      { gamma, alpha },
    ];
    const heads = new LinearHeads({ features: train.features, targets: mislabelled(train.targets, wrong, seed), losses, rate: RATE });
    try {
      const random = seeded(`focal weights ${seed}`);
      const first = Float64Array.from({ length: CHANNELS }, () => DEVIATION * random.normal());
      let state = from ?? initialHeads(first, biasForPrior(prior), losses.length);
      const last = state.step + steps;
      const points: TrainPoint[] = [];
      const blind = test.targets.reduce((sum, target) => sum + target, 0) / test.targets.length;
      const begun = state.step;
      while (state.step < last) {
        await pause();
        const after = await heads.step(state);
        const tested = state.step % TEST_EVERY === 0 || after.state.step === last;
        if (tested) {
          const [ce, focal] = answersOf(after.state, losses.length, test.features).map((answers) => apOf(answers, test.targets));
          points.push({ step: after.state.step, loss: [after.losses[0], after.losses[1]], ap: [ce, focal] });
        }
        state = after.state;
        if (tested) onProgress(state.step - begun, steps, { points: [...points], state, blind });
      }
      return { points, state, blind };
    } finally {
      heads.dispose();
    }
  },
});
