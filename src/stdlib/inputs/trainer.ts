import type {
  Labels,
  MatrixLike,
  NetworkTraining,
  Trainable,
  TrainNetworkOptions,
} from "../../learn/index.ts";
import { trainNetworkSteps } from "../../learn/neural-network/train-network.ts";
import { checkSettings } from "../check-arguments.ts";
import { runBrand } from "../compute/run.ts";
import type { Twins } from "../compute/twins.ts";
import { element } from "../element.ts";

export interface TrainerOptions extends TrainNetworkOptions {
  /** How many epochs a second are shown while it plays; default as many as there can be. */
  epochsPerSecond?: number;
  /** Whether it begins to play by itself; default false. */
  autoplay?: boolean;
  /** What is trained; the accessible name. Default "Training". */
  label?: string;
}

/** What the page gives to the trainers of one cell. */
export type TrainerPorts = {
  trainNetwork: Twins["trainNetwork"];
  /** Aborted when the cell runs again or goes. */
  signal: AbortSignal;
};

/** An element whose value is the training as it stands. */
export interface TrainerElement<Network extends Trainable = Trainable> extends HTMLElement {
  readonly value: NetworkTraining<Network>;
}

type Mode = "ready" | "playing" | "paused" | "over";

/** Buttons that train a network; see `trainer` of cells. */
export function trainer<Network extends Trainable>(
  { trainNetwork, signal }: TrainerPorts,
  model: Network,
  X: MatrixLike,
  y: Labels,
  options: TrainerOptions = {},
): TrainerElement<Network> {
  checkSettings("trainer", options, "{epochsPerSecond: 10}");
  const {
    epochsPerSecond = Number.POSITIVE_INFINITY,
    autoplay = false,
    label = "Training",
    ...training
  } = options;
  if (!(epochsPerSecond > 0)) {
    throw new RangeError(`trainer: epochsPerSecond must be a number above 0, but it is ${epochsPerSecond}.`);
  }
  // What is wrong with the samples is told here, at the learner's line.
  const start = trainNetworkSteps(model, X, y, training).next().value as {
    partial: NetworkTraining<Network>;
  };
  const epochs = model.maxEpochs;
  let value = start.partial;
  let mode: Mode = "ready";
  let run: ReturnType<typeof trainNetwork<Network>> | null = null;
  /** The epoch that it is to go on to, when it goes step by step. */
  let wanted = 0;
  /** Whether it was told to go a step and has not yet answered: told twice, it would go two. */
  let stepping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const play = element("button", { type: "button", class: "etude-quiet", "data-act": "play" });
  const step = element("button", { type: "button", class: "etude-quiet", "data-act": "step" }, "One epoch");
  const again = element(
    "button",
    { type: "button", class: "etude-quiet", "data-act": "again" },
    "Start again",
  );
  const bar = element("progress", { max: epochs, "aria-label": `${label}: epochs` });
  const status = element("p", { role: "status", class: "etude-trainer-status" });
  const root = element(
    "div",
    { class: "etude-trainer", role: "group", "aria-label": label },
    element("div", { class: "etude-trainer-buttons" }, play, step, again, bar),
    status,
  );

  const pace = () => run?.[runBrand].pace;
  const reached = () => value.training.length;

  function show(message?: string): void {
    play.textContent = mode === "playing" ? "Pause" : mode === "over" ? "Play again" : "Play";
    step.setAttribute("aria-disabled", String(mode === "over"));
    bar.value = reached();
    // Said aloud when somebody went a step, not a dozen times a second.
    status.setAttribute("aria-live", mode === "playing" ? "off" : "polite");
    status.textContent = message ?? value.message ?? `Epoch ${reached()} of ${epochs}`;
  }

  function take(next: NetworkTraining<Network>): void {
    value = next;
    show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function goOn(): void {
    if (mode === "playing" && epochsPerSecond === Number.POSITIVE_INFINITY) pace()?.tell("play");
    else if (reached() < wanted) {
      if (!stepping) pace()?.tell("step");
      stepping = true;
    } else if (mode === "playing") {
      timer = setTimeout(() => {
        wanted = reached() + 1;
        goOn();
      }, 1000 / epochsPerSecond);
    }
  }

  function beginOrGoOn(): void {
    if (run) {
      goOn();
      return;
    }
    const mine = trainNetwork(model, X, y, training);
    run = mine;
    // Told before it starts, or it would be some epochs on by the time that it hears of it.
    goOn();
    follow(mine).catch((error: Error) => {
      if (mine !== run) return;
      mode = "over";
      show(error.message);
    });
  }

  async function follow(mine: NonNullable<typeof run>): Promise<void> {
    for await (const next of mine) {
      if (mine !== run) return;
      stepping = false;
      // The network before the first epoch is known already.
      if (next.training.length > reached()) take(next);
      // With the last value the work has ended.
      if (mine[runBrand].state === "done") break;
      goOn();
    }
    if (mine !== run || signal.aborted) return;
    mode = "over";
    take(await mine);
  }

  function end(): void {
    clearTimeout(timer);
    const mine = run;
    run = null;
    stepping = false;
    mine?.[runBrand].cancel();
  }

  function restart(): void {
    end();
    mode = "ready";
    wanted = 0;
    take(start.partial);
  }

  function pause(): void {
    clearTimeout(timer);
    mode = "paused";
    wanted = reached();
    pace()?.tell("pause");
    show();
  }

  function startPlaying(): void {
    if (mode === "over") restart();
    mode = "playing";
    wanted = reached() + 1;
    show();
    beginOrGoOn();
  }

  play.addEventListener("click", () => (mode === "playing" ? pause() : startPlaying()));
  again.addEventListener("click", restart);
  step.addEventListener("click", () => {
    if (mode === "over") return;
    if (mode === "playing") pause();
    mode = "paused";
    wanted = Math.max(wanted, reached()) + 1;
    beginOrGoOn();
  });
  signal.addEventListener("abort", end, { once: true });
  show();
  if (autoplay) queueMicrotask(startPlaying);
  return Object.defineProperty(root, "value", {
    get: () => value,
    // A notebook hands an input the value that it had before: this one begins anew, since its network is another.
    set: () => {},
  }) as unknown as TrainerElement<Network>;
}
