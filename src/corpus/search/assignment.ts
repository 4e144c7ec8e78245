/**
 * Gives each row a column of its own so that the values add up to the most (Kuhn 1955, Naval Research Logistics
 * Quarterly 2, 83; with potentials, rows² · columns steps). Rows that can only have a column worth 0 have none at all.
 *
 * @param values by row, then column; there are no more rows than columns
 * @returns the column of each row; undefined where not every row can have one
 */
export function bestAssignment(values: Float64Array, rows: number, columns: number): number[] | undefined {
  const greedy = greedyAssignment(values, rows, columns);
  if (greedy !== undefined) return greedy;
  const cost = (row: number, column: number): number => {
    const value = values[(row - 1) * columns + column - 1] ?? 0;
    return value > 0 ? -value : rows; // dearer than all others together can gain
  };
  const [ofRow, ofColumn] = [new Float64Array(rows + 1), new Float64Array(columns + 1)];
  const rowAt = new Int32Array(columns + 1); // rows and columns count from 1; 0 is nobody
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowAt[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const isDone = new Uint8Array(columns + 1);
    while (rowAt[column] !== 0) {
      isDone[column] = 1;
      const own = rowAt[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let each = 1; each <= columns; each++) {
        if (isDone[each] === 1) continue;
        const reduced = cost(own, each) - (ofRow[own] ?? 0) - (ofColumn[each] ?? 0);
        if (reduced < (least[each] ?? 0)) {
          least[each] = reduced;
          before[each] = column;
        }
        if ((least[each] ?? 0) < delta) [delta, next] = [least[each] ?? 0, each];
      }
      for (let each = 0; each <= columns; each++) {
        if (isDone[each] === 1) {
          const other = rowAt[each] ?? 0;
          ofRow[other] = (ofRow[other] ?? 0) + delta;
          ofColumn[each] = (ofColumn[each] ?? 0) - delta;
        } else least[each] = (least[each] ?? 0) - delta;
      }
      column = next;
    }
    for (; column !== 0; column = before[column] ?? 0) rowAt[column] = rowAt[before[column] ?? 0] ?? 0;
  }
  const columnOf = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column++) {
    const row = (rowAt[column] ?? 0) - 1;
    if (row >= 0 && (values[row * columns + column - 1] ?? 0) > 0) columnOf[row] = column - 1;
  }
  return columnOf.includes(-1) ? undefined : columnOf;
}

// Nearly always each row can have the best column it has at all: then nothing is better.
function greedyAssignment(values: Float64Array, rows: number, columns: number): number[] | undefined {
  const columnOf: number[] = [];
  for (let row = 0; row < rows; row++) {
    let best = 0;
    let free = -1;
    let bestFree = 0;
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column] ?? 0;
      if (value > best) best = value;
      if (value > bestFree && !columnOf.includes(column)) [bestFree, free] = [value, column];
    }
    if (free < 0 || bestFree < best) return undefined;
    columnOf.push(free);
  }
  return columnOf;
}
