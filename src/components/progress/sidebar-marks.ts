import { isStudentView } from "../../notebook/view/student-view.ts";
import { element } from "../../stdlib/element.ts";
import { courseStandings, lessonAddress } from "./course-standings.ts";

const words = { begun: "begun", done: "done" };

/** Marks the lessons in the sidebar that the reader has begun and those that are done. */
async function mark(): Promise<void> {
  const links = document.querySelectorAll<HTMLAnchorElement>(".sidebar-content a");
  if (links.length === 0) return;
  const states = new Map(
    (await courseStandings()).map(({ id, progress: { state } }) => [lessonAddress(id), state] as const),
  );
  for (const link of links) {
    const state = states.get(new URL(link.href).pathname) ?? "untouched";
    if ((link.dataset.progress ?? "untouched") === state) continue;
    link.querySelector(".etude-progress-word")?.remove();
    if (state === "untouched") {
      delete link.dataset.progress;
      continue;
    }
    link.dataset.progress = state;
    link.append(element("span", { class: "etude-progress-word sr-only" }, ` (${words[state]})`));
  }
}

if (!isStudentView()) {
  void mark();
  document.addEventListener("etude:kept", () => void mark());
  // Another tab may have gone on meanwhile.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void mark();
  });
}
