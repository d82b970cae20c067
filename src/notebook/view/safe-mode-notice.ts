import type { NotebookHost } from "./host.ts";
import { forgetAbandoned } from "./safe-mode.ts";

/** Says why nothing runs by itself, and offers to run everything as on any other visit. */
export function offerSafeMode({ notices, notebookId }: Pick<NotebookHost, "notices" | "notebookId">): void {
  const asked = new URLSearchParams(location.search).has("safe");
  const why = asked
    ? "This page was opened in safe mode, so no cell runs by itself."
    : "The last visit to this page ended while its cells were running, so none of them runs by itself now.";
  notices.show(
    "safe-mode",
    `${why} Run or mend them one by one, or`,
    [
      {
        label: "Run everything",
        async act() {
          await forgetAbandoned(notebookId);
          const address = new URL(location.href);
          address.searchParams.delete("safe");
          // An address with a part after # would only be scrolled to.
          history.replaceState(null, "", address);
          location.reload();
          return false;
        },
      },
    ],
    { stays: true },
  );
}
