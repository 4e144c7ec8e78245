/**
 * A collection of the ACL Anthology: a volume of three hundred papers after another, indented as theirs are. Real
 * collections have a few megabytes; this one goes on, so that what is measured is the reader and not its start.
 */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedText, inventedTitle } from './invented.ts';
import type { InventedPerson } from './invented.ts';

const PAPERS_IN_VOLUME = 300;

export const aclCollection: CorpusKind = {
  format: 'acl',
  extension: 'xml',
  head: `<?xml version='1.0' encoding='UTF-8'?>\n<collection id="2023.bench">\n${volumeHead(0)}`,
  foot: '  </volume>\n</collection>\n',
  record(random, number) {
    const isFirst = number % PAPERS_IN_VOLUME === 0;
    const border = isFirst ? `  </volume>\n${volumeHead(number / PAPERS_IN_VOLUME)}` : '';
    return border + paper(random, number % PAPERS_IN_VOLUME, Math.floor(number / PAPERS_IN_VOLUME));
  },
};

function volumeHead(volume: number): string {
  return `  <volume id="v${volume}" ingest-date="2023-07-03">
    <meta>
      <booktitle>Proceedings of the Example Conference, Part ${volume}</booktitle>
      <editor><first>Anna</first><last>Rogers-Example</last></editor>
      <publisher>Association for Examples</publisher>
      <address>Toronto, Canada</address>
      <month>July</month>
      <year>2023</year>
      <venue>bench</venue>
    </meta>
    <frontmatter>
      <url hash="56ea4e43">2023.bench-v${volume}.0</url>
      <bibkey>bench-2023-${volume}</bibkey>
    </frontmatter>
`;
}

function paper(random: Random, number: number, volume: number): string {
  const id = `2023.bench-v${volume}.${number + 1}`;
  const lines = [
    `<title>${titleOf(random)}</title>`,
    ...inventedAuthors(random).map(author),
    `<pages>${number}–${number + 10}</pages>`,
    `<abstract>${abstractOf(random)}</abstract>`,
    `<url hash="${hash(random)}">${id}</url>`,
    ...(random.chance(0.3)
      ? [`<attachment type="Software" hash="${hash(random)}">${id}.Software.zip</attachment>`]
      : []),
    `<bibkey>example-etal-2023-${number}</bibkey>`,
    `<doi>10.18653/v1/${id}</doi>`,
    ...(random.chance(0.4) ? [`<video href="${id}.mp4"/>`] : []),
  ];
  return `    <paper id="${number + 1}">\n${lines.map((line) => `      ${line}\n`).join('')}    </paper>\n`;
}

// Two titles in three protect a word's capitals.
function titleOf(random: Random): string {
  const title = inventedTitle(random);
  return random.chance(0.65) ? title.replace(/ (\w+)/, ' <fixed-case>$1</fixed-case>') : title;
}

// Typographic marks, an ampersand now and then, and a little mathematics.
function abstractOf(random: Random): string {
  const text = inventedText(random, random.between(90, 220)).replace(' in ', ' ‘in’ ').replace(' with ', ' — with ');
  const withMath = random.chance(0.1) ? text.replace(' of ', ' of <tex-math>O(n^2)</tex-math> ') : text;
  return random.chance(0.1) ? withMath.replace(' and ', ' &amp; ') : withMath;
}

function author({ number, given, family, orcid }: InventedPerson): string {
  const id = number % 20 === 0 ? ` id="bench-${number}"` : '';
  const known = orcid === undefined || number % 4 !== 0 ? '' : ` orcid="${orcid}"`;
  return `<author${id}${known}><first>${given}</first><last>${family}</last></author>`;
}

function hash(random: Random): string {
  return random
    .below(2 ** 32)
    .toString(16)
    .padStart(8, '0');
}
