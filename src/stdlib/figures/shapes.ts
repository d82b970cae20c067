type Point = readonly [number, number];

/** A shape that tells a class apart where its colour does not. A round one has no corners. */
export interface Shape {
  name: string;
  /** Corners, for a shape about as large as a circle of radius 1; y points down. */
  corners: readonly Point[];
}

/** What a shape is drawn with: a canvas, or Plot's path. */
export interface ShapeContext {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number): void;
  closePath(): void;
}

function ring(corners: number, radius: number, start: number): Point[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = start + (2 * Math.PI * i) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

const up = -Math.PI / 2;

/** Taller than wide, so that it is no square on its corner. */
const diamond: Point[] = [
  [0, -1.48],
  [1.06, 0],
  [0, 1.48],
  [-1.06, 0],
];

function star(): Point[] {
  const outer = ring(5, 1.42, up);
  const inner = ring(5, 0.62, up + Math.PI / 5);
  return outer.flatMap((corner, i) => [corner, inner[i]!]);
}

/** A cross with arms, turned by an angle. */
function cross(turn: number): Point[] {
  const arm = 0.4;
  const reach = 1.22;
  const quarter: Point[] = [
    [arm, -arm],
    [reach, -arm],
    [reach, arm],
  ];
  return [0, 1, 2, 3].flatMap((q) => {
    const angle = turn + (q * Math.PI) / 2;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return quarter.map(([x, y]) => [x * c - y * s, x * s + y * c] as const);
  });
}

/** The shapes of the classes, in their fixed order. */
export const shapes: readonly Shape[] = [
  { name: "circle", corners: [] },
  { name: "triangle", corners: ring(3, 1.42, up) },
  { name: "square", corners: ring(4, 1.25, up / 2) },
  { name: "diamond", corners: diamond },
  { name: "cross", corners: cross(0) },
  { name: "star", corners: star() },
  { name: "down triangle", corners: ring(3, 1.42, -up) },
  { name: "saltire", corners: cross(Math.PI / 4) },
];

/** Draws a shape about the origin, as large as a circle of this radius. */
export function drawShape(context: ShapeContext, { corners }: Shape, radius: number): void {
  if (corners.length === 0) {
    context.moveTo(radius, 0);
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(x * radius, y * radius);
    else context.lineTo(x * radius, y * radius);
  });
  context.closePath();
}

/** The same as the `d` of an SVG path. */
export function shapePath({ corners }: Shape, radius: number): string {
  if (corners.length === 0) {
    const arc = `A${radius},${radius} 0 1 1`;
    return `M${radius},0${arc} ${-radius},0${arc} ${radius},0Z`;
  }
  return `M${corners.map(([x, y]) => `${(x * radius).toFixed(2)},${(y * radius).toFixed(2)}`).join("L")}Z`;
}
