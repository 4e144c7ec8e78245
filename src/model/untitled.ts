/** What stands for the title of a record that has none but is kept for its authors or its identifier. */
export const UNTITLED = '[untitled]';
