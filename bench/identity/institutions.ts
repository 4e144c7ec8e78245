/**
 * How well affiliation strings alone tell institutions, measured against the ids that registries and publishers gave
 * the same strings.
 *
 *     tsx bench/identity/institutions.ts ../shared/data
 *
 * Truth: OpenAlex's institutions of each raw string (ROR ids), and the ROR or GRID ids that Springer Nature prints beside
 * an affiliation (GRID ids are taken as their ROR ids where a record has both). The ids are hidden from the resolver;
 * every string is one paper's. Over all pairs of distinct strings: precision is the share of the pairs joined here that
 * share an id, recall the share of the pairs with a shared id that are joined. OpenAlex's ids are a machine's guesses
 * themselves; `--pairs` prints each pair that is wrong.
 *
 * `--mentions 3000000` measures time instead, on that many mentions drawn from the same strings.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { resolveInstitutions } from '../../src/identity/institutions.ts';
import type { InstitutionMention } from '../../src/model/index.ts';
import { Random } from '../random.ts';

interface Known {
  readonly text: string;
  readonly ids: ReadonlySet<string>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'boolean', default: false },
    mentions: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = positionals[0] ?? '../shared/data';

const sources: readonly (readonly [string, readonly Known[]])[] = [
  ['OpenAlex', openalex(join(folder, 'api/openalex.json'))],
  ['Springer Nature', springer(join(folder, 'ads/expected'))],
];
const everything = sources.flatMap(([, known]) => known);
const together = merged(everything.filter(({ ids }) => ids.size > 0));

if (values.mentions === undefined) {
  console.log('| source | strings | precision | recall |');
  console.log('| --- | ---: | ---: | ---: |');
  for (const [name, known] of sources) table(name, merged(known.filter(({ ids }) => ids.size > 0)));
  table('both', together);
} else {
  timed(Number(values.mentions), Number(values.seed));
}

// The resolver sees the strings without ids as well, as it would.
function table(name: string, known: readonly Known[]): void {
  const { institutionsOf } = resolveInstitutions(everything.map(mentionOf));
  const figures = pairs(known, (text) => new Set(institutionsOf({ name: text, identifiers: [] })), values.pairs);
  console.log(`| ${name} | ${known.length} | ${figures} |`);
}

function pairs(known: readonly Known[], idsOf: (text: string) => ReadonlySet<string>, isPrinting: boolean): string {
  let [both, joined, same] = [0, 0, 0];
  for (const [at, one] of known.entries()) {
    for (const other of known.slice(at + 1)) {
      const isJoined = share(idsOf(one.text), idsOf(other.text));
      const isSame = share(one.ids, other.ids);
      if (!isSame && !areComparable(one.ids, other.ids)) continue;
      if (isJoined) joined++;
      if (isSame) same++;
      if (isJoined && isSame) both++;
      if (isPrinting && isJoined !== isSame) {
        console.log(`${isJoined ? 'JOINED' : 'MISSED'}\n  ${one.text}\n  ${other.text}`);
      }
    }
  }
  return `${share3(both, joined)} | ${share3(both, same)}`;
}

function share3(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(part / whole).toFixed(3)} (${part}/${whole})`;
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((id) => other.has(id));
}

// Nothing tells whether a GRID id that no record prints beside a ROR id is the same institution as some ROR id.
function areComparable(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const isGrid = (id: string): boolean => id.startsWith('grid');
  return [...one].every(isGrid) === [...other].every(isGrid);
}

function mentionOf({ text }: Known): InstitutionMention {
  return { name: text, identifiers: [] };
}

function merged(known: readonly Known[]): readonly Known[] {
  const byText = new Map<string, Set<string>>();
  for (const { text, ids } of known) byText.set(text, new Set([...(byText.get(text) ?? []), ...ids]));
  return [...byText].map(([text, ids]) => ({ text, ids }));
}

function openalex(path: string): readonly Known[] {
  // Of OpenAlex's works only what is read here.
  const works = JSON.parse(readFileSync(path, 'utf8')) as readonly {
    readonly authorships?: readonly {
      readonly institutions?: readonly { readonly id: string; readonly ror?: string }[];
      readonly affiliations?: readonly {
        readonly raw_affiliation_string: string;
        readonly institution_ids: string[];
      }[];
    }[];
  }[];
  const authorships = works.flatMap((work) => work.authorships ?? []);
  const rors = new Map(
    authorships.flatMap(({ institutions = [] }) => institutions.map(({ id, ror }) => [id, ror ?? id])),
  );
  return authorships
    .flatMap(({ affiliations = [] }) => affiliations)
    .map((told) => ({
      text: told.raw_affiliation_string,
      ids: new Set(told.institution_ids.map((id) => bareId(rors.get(id) ?? id))),
    }));
}

function springer(path: string): readonly Known[] {
  // Of an expected answer only what is read here.
  const records = readdirSync(path).map(
    (file) =>
      JSON.parse(readFileSync(join(path, file), 'utf8')) as {
        readonly authors?: readonly {
          readonly affiliation?: readonly {
            readonly affPubRaw?: string;
            readonly affPubID?: readonly { readonly affID: string }[] | null;
          }[];
        }[];
      },
  );
  const told = records
    .flatMap(({ authors = [] }) => authors.flatMap(({ affiliation = [] }) => affiliation))
    .map(({ affPubRaw = '', affPubID }) => ({
      text: affPubRaw,
      ids: (affPubID ?? [])
        .map(({ affID }) => affID)
        .filter((id) => /ror\.org|grid/.test(id))
        .map(bareId),
    }))
    .filter(({ text }) => text !== '');
  const rorOfGrid = new Map(
    told.flatMap(({ ids }) => {
      const ror = ids.find((id) => !id.startsWith('grid'));
      return ror === undefined ? [] : ids.map((id) => [id, ror] as const);
    }),
  );
  return told.map(({ text, ids }) => ({ text, ids: new Set(ids.map((id) => rorOfGrid.get(id) ?? id)) }));
}

function bareId(id: string): string {
  return id.replace(/^https:\/\/ror\.org\//, '');
}

function timed(mentions: number, seed: number): void {
  const random = new Random(seed);
  const drawn = Array.from({ length: mentions }, (_, at): InstitutionMention => {
    const { text } = together[random.below(together.length)] ?? { text: '' };
    // A tenth of the mentions is printed like no other.
    return { name: at % 10 === 0 ? `Room ${at}, ${text}` : text, identifiers: [] };
  });
  const before = performance.now();
  const { institutions, institutionsOf } = resolveInstitutions(drawn);
  for (const mention of drawn) institutionsOf(mention);
  const seconds = (performance.now() - before) / 1000;
  console.log(`${mentions} mentions, ${institutions.length} institutions: ${seconds.toFixed(1)} s, seed ${seed}`);
}
