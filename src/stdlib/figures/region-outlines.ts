/** A raster of class places, row after row from the top, laid over a rectangle of pixels. */
export interface RegionRaster {
  cols: number;
  rows: number;
  classes: ArrayLike<number>;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const pixel = (value: number) => value.toFixed(1);

/**
 * The regions of a raster as one SVG path a class: runs of equal cells in a row become one rectangle.
 * As paths take their colour from CSS, they follow the theme and stay sharp, which an image would not.
 */
export function regionPaths({ cols, rows, classes }: RegionRaster, box: Box, classCount: number): string[] {
  const paths = Array.from({ length: classCount }, () => "");
  const [w, h] = [box.width / cols, box.height / rows];
  for (let row = 0; row < rows; row++) {
    let start = 0;
    for (let col = 1; col <= cols; col++) {
      const current = classes[row * cols + start]!;
      if (col < cols && classes[row * cols + col] === current) continue;
      const [x, y] = [box.left + start * w, box.top + row * h];
      paths[current] += `M${pixel(x)},${pixel(y)}H${pixel(box.left + col * w)}V${pixel(y + h)}H${pixel(x)}Z`;
      start = col;
    }
  }
  return paths;
}

/** The borders between the regions, as one SVG path of straight pieces. */
export function borderPath({ cols, rows, classes }: RegionRaster, box: Box): string {
  const [w, h] = [box.width / cols, box.height / rows];
  let path = "";
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const here = classes[row * cols + col];
      const [right, bottom] = [box.left + (col + 1) * w, box.top + (row + 1) * h];
      if (col + 1 < cols && classes[row * cols + col + 1] !== here) {
        path += `M${pixel(right)},${pixel(bottom - h)}V${pixel(bottom)}`;
      }
      if (row + 1 < rows && classes[(row + 1) * cols + col] !== here) {
        path += `M${pixel(right - w)},${pixel(bottom)}H${pixel(right)}`;
      }
    }
  }
  return path;
}
