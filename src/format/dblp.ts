/**
 * dblp as XML: the dump (`<dblp>`), search results, and one person's file (`<dblpperson>`). Publications name authors by
 * text alone, and home page records say which texts are one person. The parts are in `dblp/`.
 *
 * Nothing of the DTD is fetched: the characters it defines are in a table of ours.
 */
import { readPerson } from './dblp/person.ts';
import { readPublication } from './dblp/publication.ts';
import type { Format } from './format.ts';
import { LATIN1_ENTITIES } from './text/entities.ts';
import { Gathered } from './text/gathered.ts';
import { rootOf } from './text/xml-root.ts';
import { XmlRecords } from './text/xml.ts';

const PUBLICATIONS = [
  'article',
  'inproceedings',
  'proceedings',
  'book',
  'incollection',
  'phdthesis',
  'mastersthesis',
  'www',
  'data',
];

export const dblp: Format = {
  name: 'dblp',
  title: 'dblp XML',
  extensions: ['xml'],
  sniff({ text }) {
    const root = rootOf(text);
    if (root?.name !== 'dblp' && root?.name !== 'dblpperson') return undefined;
    return { confidence: 0.95, reason: `XML with the root <${root.name}>` };
  },
  open(context) {
    const records = new XmlRecords(
      {
        // The list of coauthors repeats what the publications say.
        records: [...PUBLICATIONS, 'person', 'coauthors'],
        containers: ['dblp', 'dblpperson'],
        entities: LATIN1_ENTITIES,
      },
      {
        record(element) {
          if (element.name === 'coauthors') return;
          const isPerson = element.name === 'person' || element.attributes['key']?.startsWith('homepages/') === true;
          if (isPerson) readPerson(element, context);
          else readPublication(element, context);
        },
      },
      context,
    );
    return new Gathered(records);
  },
};
