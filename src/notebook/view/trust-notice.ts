import type { NotebookHost } from "./host.ts";

const risk =
  "Code that runs here can read and change everything that this site keeps in your browser: read it first.";

/**
 * Says what on the page came from elsewhere and is shown, not run; only the button here makes it the reader's own: that
 * which it names, and nothing else.
 */
export function offerTrust(notebook: NotebookHost): void {
  const foreign = notebook.parts().filter(({ trust }) => trust === "foreign");
  const isWhole = !notebook.trusted;
  if (!isWhole && foreign.length === 0) {
    notebook.notices.dismiss("foreign");
    return;
  }
  const what = isWhole
    ? "This notebook came from a file or a backup. It is shown, but none of its code runs."
    : `The code of ${foreign.map(({ cellId }) => `“${cellId}”`).join(", ")} came from a backup. It is shown, not run.`;
  notebook.notices.show(
    "foreign",
    `${what} ${risk}`,
    [
      {
        label: isWhole ? "This is mine: let it run" : "These are mine: let them run",
        act: () => notebook.trustParts(foreign),
      },
    ],
    { stays: true },
  );
}

/**
 * Leads a reader who wants to run what came from elsewhere to the notice that says what to do. The focus goes to its
 * words, not to its button: whoever presses Enter a second time has not agreed to anything.
 */
export function sayForeign(notebook: NotebookHost): void {
  notebook.announce("This came from elsewhere and does not run until you say that it is yours.");
  const notice = notebook.notices.element.querySelector<HTMLElement>('[data-notice="foreign"]');
  if (!notice) return;
  notice.tabIndex = -1;
  notice.scrollIntoView({ block: "center" });
  notice.focus();
}
