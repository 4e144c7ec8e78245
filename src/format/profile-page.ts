/**
 * An author's profile page as plain text: the owner's name and figures, then papers, each a heading (`LGJun 16, 2022`),
 * a title, a line of authors and an abstract. The parts are in `profile-page/`, the file to begin at is `page.ts`.
 */
import type { Format } from './format.ts';
import { readPage } from './profile-page/page.ts';
import { tidyLine } from './profile-page/paragraph.ts';
import { sniffPage } from './profile-page/sniff.ts';
import { LineSplitter } from './text/lines.ts';
import type { Line } from './text/lines.ts';

export const profilePage: Format = {
  name: 'profile-page',
  title: 'profile page',
  extensions: ['txt'],
  sniff: sniffPage,
  open(context) {
    const splitter = new LineSplitter();
    const lines: Line[] = [];
    const keep = (line: Line): void => void lines.push(tidyLine(line));
    return {
      write: (text) => splitter.push(text, keep),
      end() {
        splitter.end(keep);
        readPage(lines, context);
      },
    };
  },
};
