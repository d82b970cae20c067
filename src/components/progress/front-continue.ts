import { element } from "../../stdlib/element.ts";
import { continueLink } from "./continue-link.ts";

/** Tells a reader of the front page who has begun where they were. */
async function showContinue(line: HTMLElement): Promise<void> {
  const link = await continueLink();
  if (!link) return;
  line.append(
    link.isBegun ? "Continue where you were: " : "Go on with ",
    element("a", { href: link.href }, link.title),
    link.words && ` (${link.words.charAt(0).toLowerCase()}${link.words.slice(1)})`,
  );
}

const line = document.querySelector<HTMLElement>('[data-part="continue"]');
if (line) void showContinue(line);
