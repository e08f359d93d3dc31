// The frames that ship in the page: what Python computed at build time along the main slider.
/** @typedef {import("./protocol.js").Patch} Patch */
/** @typedef {import("./protocol.js").State} State */
/**
 * `columns` maps "part.property" to the axes it depends on and its texts, row-major over them; or to the name of
 * a column that equals it.
 * @typedef {[number[], string | string[]]} Column
 * @typedef {{ axes: [string, (number | string)[]][], columns: Record<string, Column | string>,
 *             formulas: Record<string, string> }} Frames
 */

/**
 * The prepared state nearest to `state`, or undefined where an option is not prepared at all.
 * @param {Frames} frames @param {State} state @returns {{ patch: Patch, exact: boolean } | undefined}
 */
export function nearest(frames, state) {
  let exact = true;
  const index = frames.axes.map(([name, positions]) => {
    const wanted = state[name];
    let found = positions.indexOf(wanted);
    if (found < 0 && typeof wanted === "number") {
      exact = false;
      const distances = positions.map((position) => Math.abs(Number(position) - wanted));
      found = distances.indexOf(Math.min(...distances));
    }
    return found;
  });
  if (index.includes(-1)) return undefined;
  /** @type {Patch} */
  const patch = {};
  for (const [key, named] of Object.entries(frames.columns)) {
    const column = /** @type {Column} */ (typeof named === "string" ? frames.columns[named] : named);
    // Texts are split when a column is first read: parsing a page must not pay for it.
    const values = typeof column[1] === "string" ? (column[1] = column[1].split("\t")) : column[1];
    patch[key] = values[column[0].reduce((row, axis) => row * frames.axes[axis][1].length + index[axis], 0)];
  }
  return { patch, exact };
}
