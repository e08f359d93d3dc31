// The frames that stand beside the page: what Python computed at build time along each sweep.
/** @typedef {import("./protocol.js").Patch} Patch */
/** @typedef {import("./protocol.js").State} State */
/**
 * `columns` maps "part.property" to the axes it depends on and its texts, row-major over them; or to the name of
 * a column that equals it. What a later table leaves out stands in the first. `fixed` holds the controls that a
 * table does not move.
 * @typedef {[number[], string | string[]]} Column
 * @typedef {{ fixed: State, axes: [string, (number | string)[]][], columns: Record<string, Column | string> }} Table
 * `page` holds the LaTeX of formulas that the page shows and no slider moves.
 * `more` names the file that holds every choice of the selects; without it, this one does.
 * @typedef {{ tables: Table[], formulas: Record<string, string>, page?: Patch, more?: string }} Frames
 */

/** The frames in a file, which the section and the one-page chapter share. @param {string} name @returns {Promise<Frames>} */
export async function load(name) {
  const response = await fetch(new URL(`../frames/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}`);
  return response.json();
}

/** Whether another file holds what a select says in this state. @param {Frames} frames @param {State} state */
export function lacks({ more, tables }, state) {
  return !!more && tables[0].axes.some(([name, [first]]) => typeof first === "string" && state[name] !== first);
}

/**
 * The prepared state nearest to `state`, or undefined where no sweep comes by.
 * @param {Frames} frames @param {State} state @returns {{ patch: Patch, exact: boolean } | undefined}
 */
export function nearest(frames, state) {
  const table = frames.tables.find(({ fixed }) => Object.keys(fixed).every((name) => fixed[name] === state[name]));
  return table && look(table, frames.tables[0], state);
}

/** @param {Table} table @param {Table} first @param {State} state */
function look(table, first, state) {
  let exact = true;
  const index = table.axes.map(([name, positions]) => {
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
  for (const key of Object.keys(first.columns)) {
    /** @type {Column | string} */
    let column = key;
    while (typeof column === "string") column = table.columns[column] ?? first.columns[column];
    // Texts are split when a column is first read: parsing a page must not pay for it.
    const values = typeof column[1] === "string" ? (column[1] = column[1].split("\t")) : column[1];
    patch[key] = values[column[0].reduce((row, axis) => row * table.axes[axis][1].length + index[axis], 0)];
  }
  return { patch, exact };
}
