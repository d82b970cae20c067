import { expect, test } from "vitest";
import { cardPlace } from "../../../../src/notebook/editor/card-place.ts";

const page = (width: number, height: number) => ({ left: 0, top: 0, right: width, bottom: height });
const list = { left: 100, top: 200, right: 350, bottom: 400 };
const option = { left: 100, top: 230, right: 350, bottom: 250 };
const card = { left: 0, top: 0, right: 300, bottom: 120 };

test("the card of a completion stands beside the list, at the height of what is selected", () => {
  expect(cardPlace(list, option, card, page(1280, 800))).toEqual({
    style: "top: 30px",
    class: "cm-completionInfo-right",
  });
});

test("it stands on the left where there is no room on the right, and stays on the page", () => {
  const far = { ...list, left: 900, right: 1200 };
  const place = cardPlace(far, { ...option, top: 380 }, card, page(1280, 420));
  expect(place).toEqual({ style: "top: 100px", class: "cm-completionInfo-left" });
});

test("on a narrow page it stands below the list, or above it, and covers none of it", () => {
  expect(cardPlace(list, option, card, page(360, 640)).style).toBe("top: 200px; left: 0; max-width: 252px");
  expect(cardPlace(list, option, card, page(360, 450)).style).toBe(
    "bottom: 200px; left: 0; max-width: 252px",
  );
});

test("where both do not fit, only the list is there", () => {
  const high = { ...list, top: 80 };
  expect(cardPlace(high, option, card, page(360, 450)).style).toBe("display: none");
});
