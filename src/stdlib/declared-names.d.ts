// The names of a cell that are no export of a module of ours: those of the notebook itself, of libraries, and the
// spaces that hold our modules. Declared only to be read by the reference, in the form of a doc comment each.

/**
 * Shows a value in the output of this cell. An expression on its own shows itself; `display` is for a program, and
 * may be called as often as you like.
 * @group notebook
 * @param value anything: an element as it is, other values in an inspector, tables as tables
 * @returns the same value.
 * @example
 * for (const k of [1, 5, 9]) display(`k = ${k}`);
 */
export declare function display<T>(value: T): T;

/**
 * Shows an input and is its value. Cells that read the name run again whenever the input is moved.
 * @group notebook
 * @param input an element with a value, such as `slider(…)` or `choice(…)`
 * @returns the value of the input, now and whenever it changes. Read it in another cell than the one that shows it.
 * @example
 * const k = view(slider("Neighbours", [1, 20], {value: 5, step: 1}));
 */
export declare function view(input: HTMLElement): unknown;

/**
 * Is kept when this run of the cell is over: because something that it reads has changed, it was stopped, or it was
 * deleted. Clean up then: end timers, close what you opened.
 * @group notebook
 * @example
 * const timer = setInterval(() => console.log("tick"), 1000);
 * invalidation.then(() => clearInterval(timer));
 */
export declare const invalidation: Promise<void>;

/**
 * Waits until this cell can be seen, so that a costly drawing is made only when someone looks.
 * @group notebook
 * @param value what to go on with
 * @returns a promise of the value, kept when the cell comes into sight.
 * @example
 * await visibility();
 * display("You have scrolled to me.");
 */
export declare function visibility<T>(value?: T): Promise<T>;

/**
 * The time in milliseconds since 1970, anew at every frame: a cell that reads it is an animation.
 * @group notebook
 * @example
 * html`<progress max="1" value=${(now / 1000) % 1} aria-label="This second"></progress>`
 */
export declare const now: number;

/**
 * The width of the text column in pixels. Cells that read it run again when the window becomes wider or narrower.
 * @group notebook
 * @example
 * Plot.plot({width, height: 120, marks: [Plot.tickX([1, 2, 4, 8])]})
 */
export declare const width: number;

/**
 * A name whose value may be changed, also from other cells: a counter, a list of clicks. Cells that read the name see
 * the value itself and run again when it changes. Change it through functions that the same cell defines, by
 * `name.value = …`.
 * @group notebook
 * @param value what it is at first
 * @example
 * const clicks = Mutable(0);
 * const count = () => ++clicks.value;
 */
export declare function Mutable<T>(value: T): { value: T };

/**
 * Makes names whose values change over time, as Observable does. `view` and `Mutable` are mostly all you need.
 * @group notebook
 * @example
 * const seconds = Generators.observe((change) => {
 *   let count = 0;
 *   change(count);
 *   const timer = setInterval(() => change(++count), 1000);
 *   return () => clearInterval(timer);
 * });
 */
export declare namespace Generators {
  /**
   * A value fed by a function of yours. It is called once, with a function to be called for each new value, and
   * returns what ends it.
   * @param initialize gets `change`, to be called with each new value
   * @example
   * const pointer = Generators.observe((change) => {
   *   const moved = (event) => change([event.clientX, event.clientY]);
   *   document.addEventListener("pointermove", moved);
   *   change([0, 0]);
   *   return () => document.removeEventListener("pointermove", moved);
   * });
   */
  function observe(initialize: (change: (value: unknown) => void) => () => void): AsyncGenerator<unknown>;
  /**
   * The value of an input, now and whenever it is moved, without showing it.
   * @param input an element with a value
   * @example
   * const tempoInput = slider("Tempo", [40, 200], {unit: "bpm"});
   * const tempo = Generators.input(tempoInput);
   */
  function input(input: HTMLElement): AsyncGenerator<unknown>;
  /**
   * The time in milliseconds, anew at every frame.
   * @example
   * const time = Generators.now();
   */
  function now(): Generator<number>;
  /**
   * The width of an element in pixels, now and whenever it changes.
   * @param element the element to watch
   * @example
   * const pageWidth = Generators.width(document.body);
   */
  function width(element: Element): AsyncGenerator<number>;
}

/**
 * A file that you have put into this notebook: a recording, a table. Nothing of it leaves your browser.
 * @group data
 * @param name the file's name, as the notebook's files list it
 * @throws RangeError that names the files there are, when there is none of this name.
 * @example
 * const {y, sr} = await FileAttachment("take.wav").audio();
 * display(waveformFigure({y, sr}, {label: "my take"}));
 */
export declare function FileAttachment(name: string): import("./data/attached-file.ts").AttachedFile;

/**
 * A place for a table of your own, a CSV file. What stands between its columns, how decimals are written and what each
 * column holds is found out, and can be set right. The file is read on this device and not kept: to keep it, add it to a
 * notebook of your own, and begin with that file.
 * @group data
 * @param options a file to begin with, such as FileAttachment("my.csv"), its target and its groups
 * @returns an element whose value is a dataset as `datasets.load` gives one, or undefined while there is no table.
 * @example
 * const mine = view(tableInput({target: "style"}));
 */
export declare function tableInput(
  options?: import("./data/own/table-input.ts").TableInputOptions,
): import("./data/own/table-input.ts").TableInputElement;

/**
 * A place for sounds of your own: each is decoded, mixed to mono, and measured by `music.audioFeatures` in the background.
 * What it is, is first read off the file's name, and can be changed. The sounds stay on this device and are not kept.
 * @group data
 * @param options the sample rate that all are brought to, and the length of the parts that long sounds are cut into
 * @returns an element whose value is a dataset as `datasets.load` gives one, or undefined while there are no sounds.
 * @example
 * const mine = view(soundsInput());
 */
export declare function soundsInput(
  options?: import("./data/own/sounds-input.ts").SoundsInputOptions,
): import("./data/own/sounds-input.ts").SoundsInputElement;

/**
 * A network to train by hand: buttons to play, to pause, to go on by one epoch and to start again. Its value is the training
 * as it stands, as `trainNetwork` gives it: the losses so far, and the network as it is now. It begins before the first
 * epoch, and starts again when its cell runs again. The work is done in the background.
 * @group models
 * @param model an MLPClassifier or an MLPRegressor: it stays as it is
 * @param X the samples, one a row
 * @param y the class of each row, or the number
 * @param options those of `trainNetwork`, and how fast it plays
 * @returns an element whose value has `training`, `validation`, `trainingScore`, `validationScore`, `network` and `epoch`.
 * @throws what `trainNetwork` throws.
 * @example
 * const model = new MLPClassifier({hiddenLayerSizes: [8], learningRate: 0.05, maxEpochs: 60});
 * const X = [[0, 0], [0, 1], [1, 0], [1, 1]];
 * const training = view(trainer(model, X, ["same", "other", "other", "same"], {epochsPerSecond: 10}));
 */
export declare function trainer<Network extends import("../learn/index.ts").Trainable>(
  model: Network,
  X: import("../learn/index.ts").MatrixLike,
  y: import("../learn/index.ts").Labels,
  options?: import("./inputs/trainer.ts").TrainerOptions,
): import("./inputs/trainer.ts").TrainerElement<Network>;

/**
 * The datasets of this course: features of real sounds, their classes, and where it is allowed the sounds themselves.
 * @group data
 * @example
 * const {X, y, classNames} = await datasets.load("drums");
 */
export declare const datasets: import("./data/create-datasets.ts").Datasets;

/**
 * Random numbers that are the same each time this cell runs, so that what you see can be found again. They depend on
 * the notebook's seed and on the cell. For a seed of your own: `new learn.RandomState(7)`.
 * @group data
 * @example
 * display(random.integers(1, 7)); // one throw of a die
 * display(random.normal(0, 1));
 */
export declare const random: import("../learn/random-state.ts").RandomState;

/**
 * Random numbers that are the same for one learner and others for the next: for exercises whose numbers are not to be
 * copied from a neighbour. They depend on the cell and on the number that the address of the page gives (`?variant=17`; 0
 * unless it does), not on the notebook's seed. Draw them in a cell, give them a name, and let the exercise and its check
 * use that name.
 * @group data
 * @example
 * const wantedTempo = 5 * variant.integers(12, 36); // a tempo from 60 to 175
 * display(wantedTempo);
 */
export declare const variant: import("../learn/random-state.ts").RandomState;

/**
 * Everything of machine learning, as plain functions that give their result at once. The classes have short names of
 * their own as well.
 * @group models
 * @example
 * learn.crossValidate(new KNeighborsClassifier({nNeighbors: 1}), [[0], [1], [9], [8]], ["a", "a", "b", "b"], {
 *   cv: new StratifiedKFold({nSplits: 2})
 * }).pooled.score
 */
export declare const learn: typeof import("../learn/index.ts");

/**
 * How good predictions are.
 * @group metrics
 * @example
 * metrics.accuracy(["kick", "snare"], ["kick", "tom"])
 */
export declare const metrics: typeof import("../learn/metrics/index.ts");

/**
 * From sound to numbers: spectra, loudness, timbre. Sounds are mono arrays of samples between −1 and 1; times are in
 * seconds, frequencies in Hz, frames and hops in samples. Definitions are librosa's, so that figures agree.
 * @group music
 * @example
 * const tone = Float32Array.from({length: 22050}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 22050));
 * display(music.spectralCentroid(tone, {sr: 22050})[10]); // about 440 Hz
 */
export declare const music: typeof import("../music/index.ts");

/**
 * To hear things. All sounds of a page share one volume and one stop button, and only one is heard at a time. Sounds
 * end when the cell that made them runs again.
 * @group sound
 * @example
 * sound.play({y: Float32Array.from({length: 8000}, (_, i) => 0.3 * Math.sin(i / 3)), sr: 8000}, {label: "a tone"})
 */
export declare const sound: import("./sound/sound-for.ts").CellSound;

/**
 * An element from HTML text. Values put in with `${…}` become text, elements, attributes or event handlers, never
 * HTML, so nothing that is put in can do harm.
 * @group libraries
 * @signature html`<b>${text}</b>` → element
 * @example
 * html`<button onclick=${({target}) => { target.textContent = "Bravo!"; }}>Clap</button>`
 */
export declare function html(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;

/**
 * An SVG element from text, like `html`.
 * @group libraries
 * @signature svg`<circle r=${r} />` → element
 * @example
 * html`<svg width="60" height="60" role="img" aria-label="a dot">${svg`<circle cx="30" cy="30" r=${20} />`}</svg>`
 */
export declare function svg(strings: TemplateStringsArray, ...values: unknown[]): SVGElement;

/**
 * Text with Markdown's marks as an element: headings, lists, tables, links. Values put in with `${…}` are part of the
 * text; HTML in it is shown, not obeyed.
 * @group libraries
 * @signature md`**text** and ${value}` → element
 * @example
 * md`The answer is **${6 * 7}**.`
 */
export declare function md(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;

/**
 * A formula in the notation of TeX, as an element.
 * @group libraries
 * @signature tex`\frac{a}{b}` → element
 * @example
 * tex`f = 440 \cdot 2^{(n - 69) / 12}`
 */
export declare function tex(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;

/**
 * Charts: Observable Plot. A plot is a list of marks over data; Plot chooses scales and axes. For learning and music
 * there are ready-made figures, which can be read and heard without seeing them.
 *
 * The most used marks are listed here; Plot's own documentation (observablehq.com/plot) has them all.
 * @group libraries
 * @example
 * Plot.plot({
 *   height: 200,
 *   marks: [Plot.lineY([1, 4, 2, 8, 5, 7]), Plot.dot([1, 4, 2, 8, 5, 7], {x: (_, i) => i, y: (value) => value})]
 * })
 */
export declare namespace Plot {
  /** Draws marks: `{marks, width, height, x, y, color, …}`. */
  function plot(options: object): HTMLElement;
  /** One dot a row, at x and y. */
  function dot(data: unknown[], options?: object): object;
  /** A line through the rows, in their order. */
  function line(data: unknown[], options?: object): object;
  /** A line through a list of numbers, one after the other. */
  function lineY(data: unknown[], options?: object): object;
  /** The area below a line. */
  function areaY(data: unknown[], options?: object): object;
  /** Upright bars, one for each name on x. */
  function barY(data: unknown[], options?: object): object;
  /** Upright rectangles, as in a histogram. */
  function rectY(data: unknown[], options?: object): object;
  /** Coloured cells of a grid. */
  function cell(data: unknown[], options?: object): object;
  /** Text at x and y. */
  function text(data: unknown[], options?: object): object;
  /** Small upright strokes along x: where every value lies. */
  function tickX(data: unknown[], options?: object): object;
  /** Lines across the whole plot at values of y. */
  function ruleY(values: unknown[], options?: object): object;
  /** Lines down the whole plot at values of x. */
  function ruleX(values: unknown[], options?: object): object;
  /** Puts numbers into bins along x: `Plot.rectY(data, Plot.binX({y: "count"}, {x: "bpm"}))`. */
  function binX(outputs: object, options: object): object;
  /** Gathers rows with the same x: `Plot.barY(data, Plot.groupX({y: "count"}, {x: "class"}))`. */
  function groupX(outputs: object, options: object): object;
}

/**
 * More inputs: Observable Inputs. `slider` and `choice` are made for this course; take these for the rest, in
 * `view(…)`.
 * @group libraries
 * @example
 * const title = view(Inputs.text({label: "Title", value: "Gymnopédie"}));
 */
export declare namespace Inputs {
  /** A line of text: `{label, value, placeholder}`. */
  function text(options?: object): HTMLElement;
  /** Several lines of text. */
  function textarea(options?: object): HTMLElement;
  /** Yes or no: `{label, value}`. */
  function toggle(options?: object): HTMLElement;
  /** Any number of several options. */
  function checkbox(options: unknown[], settings?: object): HTMLElement;
  /** One of several options, in a menu. */
  function select(options: unknown[], settings?: object): HTMLElement;
  /** A button that counts how often it was pressed. */
  function button(label: string, settings?: object): HTMLElement;
  /** Rows to be looked through and chosen from. */
  function table(rows: object[], settings?: object): HTMLElement;
  /** Rows that contain what is typed. */
  function search(rows: object[], settings?: object): HTMLElement;
  /** A colour. */
  function color(options?: object): HTMLElement;
  /** A day. */
  function date(options?: object): HTMLElement;
}

/**
 * A large box of tools for data and drawing: D3. Most used here: sums, means and quantiles, groups, scales and colours.
 * @group libraries
 * @example
 * d3.mean([60, 72, 120]) // beats per minute
 */
export declare namespace d3 {
  /** The mean of numbers. */
  function mean(values: number[]): number;
  /** The middle one of numbers. */
  function median(values: number[]): number;
  /** The standard deviation of numbers, dividing by one less than there are. */
  function deviation(values: number[]): number;
  /** The value below which a share of numbers lies: `d3.quantile(values, 0.9)`. */
  function quantile(values: number[], share: number): number;
  /** The least and the greatest of numbers. */
  function extent(values: number[]): [number, number];
  /** Whole numbers, or numbers with a step, up to but not including the end. */
  function range(start: number, stop?: number, step?: number): number[];
  /** Rows by what a function says of them, as a Map of arrays. */
  function group(rows: unknown[], key: (row: unknown) => unknown): Map<unknown, unknown[]>;
  /** What a function makes of the rows that belong together, as a Map. */
  function rollup(
    rows: unknown[],
    reduce: (rows: unknown[]) => unknown,
    key: (row: unknown) => unknown,
  ): Map<unknown, unknown>;
  /** A function from one range of numbers to another. */
  function scaleLinear(domain?: number[], range?: number[]): (value: number) => number;
  /** A number as text: `d3.format(".2f")(3.14159)`. */
  function format(specifier: string): (value: number) => string;
}

/**
 * Neural networks and tensors: TensorFlow.js. It is large, and loads when a cell first names it. A training loop here
 * runs on the page: keep it short, and `await` in it so that the page stays awake.
 * @group libraries
 * @example
 * const sum = tf.tensor1d([1, 2, 3]).sum();
 * display(await sum.data());
 */
export declare namespace tf {
  /** A tensor of numbers, or of rows of numbers. */
  function tensor(values: unknown[]): object;
  /** A tensor of one axis. */
  function tensor1d(values: number[]): object;
  /** A tensor of rows and columns. */
  function tensor2d(rows: number[][]): object;
  /** A network of layers, one after the other. */
  function sequential(options?: object): object;
  /** Runs a function and gives back the memory of every tensor that it made, but the one it returns. */
  function tidy(body: () => unknown): unknown;
}

/**
 * Tables with named columns, like pandas: Danfo.js. It is large, and loads when a cell first names it.
 * @group libraries
 * @example
 * const scale = new dfd.DataFrame([{note: "A", hz: 440}, {note: "B", hz: 493.88}]);
 * display(scale);
 */
export declare namespace dfd {
  /** A table, of an array with one object a row. */
  function DataFrame(rows: object[]): object;
  /** One column. */
  function Series(values: unknown[]): object;
  /** Puts tables one below the other, or side by side. */
  function concat(options: object): object;
}
