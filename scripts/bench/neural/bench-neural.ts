import { MLPClassifier, RandomState } from "../../../src/learn/index.ts";
import type { CreateEngine } from "../../../src/learn/neural-network/engine.ts";
import { plainEngine } from "../../../src/learn/neural-network/plain-engine.ts";
import { wantedBackend } from "../../../src/learn/neural-network/train-network.ts";
import { trainingSteps } from "../../../src/learn/neural-network/training-steps.ts";
import { drain } from "../../../src/learn/selection/steps.ts";
import { tensorEngine, useBackend } from "../../../src/neural/index.ts";
import { best } from "../learn/best.ts";

/** A network and its samples; `epochs` so that each takes about as long. */
type Task = { rows: number; cols: number; units: number[]; batchSize: number; epochs: number };

const tasks: Task[] = [
  { rows: 300, cols: 24, units: [16], batchSize: 32, epochs: 20 },
  { rows: 300, cols: 24, units: [64], batchSize: 32, epochs: 10 },
  { rows: 800, cols: 57, units: [64], batchSize: 64, epochs: 5 },
  { rows: 2000, cols: 64, units: [128, 64], batchSize: 64, epochs: 1 },
  { rows: 2000, cols: 64, units: [256, 256], batchSize: 64, epochs: 1 },
];

const REPEATS = 3;

function samples({ rows, cols }: Task): { X: number[][]; y: string[] } {
  const random = new RandomState(1);
  const X = Array.from({ length: rows }, () => Array.from({ length: cols }, () => random.normal()));
  return { X, y: X.map(([a, b]) => "abcdef"[Math.floor(Math.abs(3 * a! + b!)) % 6]!) };
}

/** One training on the three who can do it, in one run: best times, and those of tensors as ratios to plain TypeScript. */
async function row(task: Task): Promise<Record<string, string | number>> {
  const { rows, cols, units, batchSize, epochs } = task;
  const { X, y } = samples(task);
  const model = new MLPClassifier({ hiddenLayerSizes: units, batchSize, maxEpochs: epochs });
  const time = (engine: CreateEngine) =>
    best(REPEATS, () => drain(trainingSteps(model.training(X, y).task, engine))).ms / epochs;
  const plain = time(plainEngine);
  await useBackend("wasm");
  const wasm = time(tensorEngine);
  await useBackend("cpu");
  const cpu = time(tensorEngine);
  return {
    network: [cols, ...units, 6].join("–"),
    rows,
    batch: batchSize,
    "plain, ms an epoch": plain.toFixed(1),
    "wasm / plain": (wasm / plain).toFixed(2),
    "cpu / plain": (cpu / plain).toFixed(2),
    "cpu / wasm": (cpu / wasm).toFixed(2),
    auto: wantedBackend(model, { rows, cols }),
  };
}

/**
 * Plain TypeScript against TensorFlow.js on the same trainings: where WebAssembly begins to be worth its while, and that
 * "auto" takes the quicker one.
 */
export async function benchNeural(): Promise<void> {
  const table = [];
  for (const task of tasks) table.push(await row(task));
  console.table(table);
}
