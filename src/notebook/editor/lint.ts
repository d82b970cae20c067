import {
  type Diagnostic,
  forEachDiagnostic,
  lintGutter,
  nextDiagnostic,
  setDiagnostics,
} from "@codemirror/lint";
import {
  type ChangeDesc,
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { type Command, EditorView, keymap, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { html } from "htl";
import type { EditorHelp } from "./editor-help.ts";
import type { Finding } from "./finding.ts";
import { loadNames } from "./names.ts";
import { withCode } from "./with-code.ts";

/** How long the keyboard rests before the code is looked at: words that are half written are no mistakes yet. */
const restMs = 600;

const setRunMark = StateEffect.define<Finding | null>();
const setFindings = StateEffect.define<Finding[]>();

type Marks = { run: Finding | null; code: Finding[] };

function moved<T extends Finding>(finding: T, changes: ChangeDesc): T {
  return { ...finding, from: changes.mapPos(finding.from, 1), to: changes.mapPos(finding.to, -1) };
}

/** What went wrong when the cell ran, until that place is mended, and what is wrong with the code as it stands. */
const marks = StateField.define<Marks>({
  create: () => ({ run: null, code: [] }),
  update({ run, code }, { effects, changes, docChanged }) {
    if (docChanged) {
      run = run && !changes.touchesRange(run.from, run.to) ? moved(run, changes) : null;
      code = code.map((finding) => moved(finding, changes));
    }
    for (const effect of effects) {
      if (effect.is(setRunMark)) run = effect.value;
      if (effect.is(setFindings)) code = effect.value;
    }
    return { run, code };
  },
});

function diagnostics(state: EditorState): Diagnostic[] {
  const { run, code } = state.field(marks);
  // What the run said as well is an error, and its place in the code is known better than its line.
  const found = code.map((finding) =>
    finding.message === run?.message ? { ...finding, severity: run.severity } : finding,
  );
  const isSaidTwice = found.some(({ message }) => message === run?.message);
  return (run && !isSaidTwice ? [run, ...found] : found).map(({ from, to, severity, message }) => ({
    from,
    to: Math.max(from, to),
    severity,
    message,
    renderMessage: () => html`<span>${withCode(message)}</span>`,
  }));
}

function show(view: EditorView, effect: StateEffect<unknown>): void {
  view.dispatch({ effects: effect });
  view.dispatch(setDiagnostics(view.state, diagnostics(view.state)));
}

/** Marks what went wrong when the cell ran. */
export function markRun(view: EditorView, finding: Finding | null): void {
  show(view, setRunMark.of(finding));
}

/** To the next mark, whose message a screen reader says. */
const goToNext: Command = (view) => {
  const went = nextDiagnostic(view);
  const { from, to } = view.state.selection.main;
  const said: string[] = [];
  forEachDiagnostic(view.state, ({ message }, start, end) => {
    if (start === from && end === to) said.push(message);
  });
  if (said.length > 0) view.dispatch({ effects: EditorView.announce.of(said.join(" ")) });
  return went;
};

/** Looks at the code whenever the keyboard rests; what it takes to do so is loaded at the first time. */
class Linter {
  readonly #view: EditorView;
  readonly #look: (source: string) => Promise<Finding[]>;
  #timer: ReturnType<typeof setTimeout>;

  constructor(view: EditorView, look: (source: string) => Promise<Finding[]>) {
    this.#view = view;
    this.#look = look;
    this.#timer = setTimeout(() => void this.#lint(), restMs);
  }

  update({ docChanged, focusChanged, transactions }: ViewUpdate): void {
    const hasRun = transactions.some(({ effects }) => effects.some((effect) => effect.is(setRunMark)));
    // Other cells may have other names since the code was last looked at.
    if (!docChanged && !focusChanged && !hasRun) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#lint(), restMs);
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  async #lint(): Promise<void> {
    const { doc } = this.#view.state;
    const findings = await this.#look(doc.toString());
    if (this.#view.state.doc === doc && this.#view.dom.isConnected)
      show(this.#view, setFindings.of(findings));
  }
}

/** Marks where a run went wrong; F8 goes to the next mark. */
export const runMarks: Extension = [marks, keymap.of([{ key: "F8", run: goToNext }])];

/** Marks under what is wrong with the code as well, and beside its line. */
export function lint(help: EditorHelp, cell?: string): Extension {
  const look = async (source: string) => {
    // Where the compiler cannot be loaded now, running the cell says so; nothing is marked meanwhile.
    const [module, names] = await Promise.all([
      import("./code-findings.ts").catch(() => null),
      loadNames(help),
    ]);
    return module?.codeFindings(source, names, cell) ?? [];
  };
  return [runMarks, lintGutter(), ViewPlugin.define((view) => new Linter(view, look))];
}
