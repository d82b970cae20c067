import type { Notices } from "./notices.ts";
import { studentWord } from "./student-view.ts";

/** Says what is seen, and leads back. */
export function offerWayBack(notices: Notices): void {
  notices.show(
    studentWord,
    "You see this lesson as a student who opens it for the first time. What you do here is forgotten when you leave it, and nothing of your own is touched.",
    [
      {
        label: "Back to your own view",
        act() {
          const address = new URL(location.href);
          address.searchParams.delete(studentWord);
          location.assign(address);
          return false;
        },
      },
    ],
    { stays: true },
  );
}
