import type { DrawnElement } from "abcjs/src/api/abc_tunebook_svg.js";
import { element } from "../../element.ts";

/** A note or a chord as it stands on the staff. */
export interface StaffNote {
  /** MIDI numbers, from low to high. */
  midis: number[];
  /** The middle of its heads, in pixels of the drawing. */
  x: number;
  y: number;
}

/** A drawn score. */
export interface DrawnScore {
  svg: SVGSVGElement;
  height: number;
  /** In order of the score, line by line. */
  notes: StaffNote[];
}

/** Below this width a line has two bars, else four. */
const narrowPixels = 480;

/** What is heard of an element; a tied note is heard at its beginning alone. */
function soundingPitches({ midiPitches }: DrawnElement): number[] {
  return (midiPitches ?? []).map(({ pitch }) => pitch).toSorted((a, b) => a - b);
}

/**
 * Draws a tune in ABC notation at a width in pixels. The drawing takes the colour of its surroundings.
 */
export async function drawScore(abc: string, width: number): Promise<DrawnScore> {
  const { default: renderAbc } = await import("abcjs/src/api/abc_tunebook_svg.js");
  // It measures its own text, and for that it must be on the page.
  const room = element("div", { class: "etude-staff-room", "aria-hidden": "true" });
  room.style.inlineSize = `${width}px`;
  document.body.append(room);
  try {
    const margin = 8;
    const [tune] = renderAbc(room, abc, {
      staffwidth: width - 2 * margin,
      paddingleft: margin,
      paddingright: margin,
      paddingtop: 4,
      paddingbottom: 4,
      foregroundColor: "currentColor",
      wrap: { minSpacing: 1.4, maxSpacing: 2.6, preferredMeasuresPerLine: width < narrowPixels ? 2 : 4 },
      format: {
        titlefont: "Inter Variable 15",
        partsfont: "Inter Variable 12",
        gchordfont: "Inter Variable 12",
      },
    });
    tune!.setUpAudio({ chordsOff: true });
    const svg = room.querySelector("svg")!;
    const frame = svg.getBoundingClientRect();
    const notes = tune!.lines
      .flatMap(({ staff = [] }) => staff.flatMap(({ voices }) => voices.flat()))
      .flatMap((sign): StaffNote[] => {
        const midis = sign.el_type === "note" ? soundingPitches(sign) : [];
        const group = sign.abselem?.elemset?.[0];
        if (midis.length === 0 || !group) return [];
        const heads = [...group.querySelectorAll("[data-name^='noteheads']")];
        const boxes = (heads.length > 0 ? heads : [group]).map((head) => head.getBoundingClientRect());
        const middle = (low: number[], high: number[]) => (Math.min(...low) + Math.max(...high)) / 2;
        return [
          {
            midis,
            x:
              middle(
                boxes.map(({ left }) => left),
                boxes.map(({ right }) => right),
              ) - frame.left,
            y:
              middle(
                boxes.map(({ top }) => top),
                boxes.map(({ bottom }) => bottom),
              ) - frame.top,
          },
        ];
      });
    // The figure has its own name and role.
    for (const name of ["role", "aria-label", "tabindex"]) svg.removeAttribute(name);
    svg.setAttribute("aria-hidden", "true");
    svg.querySelector("title")?.remove();
    return { svg, height: frame.height, notes };
  } finally {
    room.remove();
  }
}
