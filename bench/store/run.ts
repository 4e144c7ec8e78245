/**
 * What records in columns cost, on made papers of the shape of DBLP's: bytes a paper, and how long saved tables take to
 * be opened, all indexes made. The network is not in it. `npx tsx --expose-gc bench/store/run.ts 200000`
 */
import { authorIdOf, paperIdOf, recordKey, sourceIdOf, venueIdOf } from '../../src/model/index.ts';
import type { Author, AuthorId, Authorship, Paper } from '../../src/model/index.ts';
import { createMemoryStore, openMemoryStore, TABLE_NAMES, tableFile, tablesIn } from '../../src/store/index.ts';
import type { StoreContent } from '../../src/store/index.ts';

const paperCount = Number(process.argv[2] ?? 200_000);
const authorCount = Math.round(paperCount * 0.56);
const AUTHORS_A_PAPER = 3.5;
const sourceId = sourceIdOf(Buffer.from('made'));

const files = await saved();
await new Promise((settle) => setTimeout(settle, 100)); // what was made is let go of
collect();
const before = memory();
const start = performance.now();
const store = openMemoryStore(tablesIn('made', (name) => files.get(name) ?? new Uint8Array()));
const opened = performance.now() - start;
collect();
const sizes = [...files].map(([name, bytes]) => `${name} ${megabytes(bytes.length)}`);
const fileBytes = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
console.log(`${paperCount} papers, ${authorCount} authors, ${store.summary.authorshipCount} authorships`);
console.log(`files: ${sizes.join(', ')}; ${Math.round(fileBytes / paperCount)} bytes a paper`);
console.log(`beside them, after opening: ${Math.round((memory() - before) / paperCount)} bytes a paper`);
console.log(`opened in ${(opened / 1000).toFixed(2)} s`);

async function saved(): Promise<Map<string, Uint8Array>> {
  const { tables } = createMemoryStore(content());
  const found = new Map<string, Uint8Array>();
  for (const name of TABLE_NAMES) {
    const parts: Uint8Array[] = [];
    for await (const part of tableFile(tables, name)) parts.push(part);
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    found.set(name, bytes);
  }
  return found;
}

function content(): StoreContent {
  const ids: AuthorId[] = [];
  const authors: Author[] = [];
  for (let at = 0; at < authorCount; at++) {
    const key = recordKey('dblp', `homepages/${at % 300}/${at}`);
    const name = `Given${at % 7919} Family${at % 104_729}`;
    const id = authorIdOf({ recordKey: key, position: 'owner', name });
    ids.push(id);
    authors.push({
      id,
      name,
      nameVariants: [],
      identifiers: [{ scheme: 'DBLP', value: `${at % 300}/${at}` }],
      identity: { confidence: 1, isAmbiguous: false, evidence: [], mergedFrom: [] },
      sources: [{ sourceId, recordKey: key, line: at }],
    });
  }
  const papers: Paper[] = [];
  const authorships: Authorship[] = [];
  for (let at = 0; at < paperCount; at++) {
    const key = recordKey('dblp', `conf/venue${at % 5000}/Family${at}`);
    const id = paperIdOf(key);
    papers.push({
      id,
      title: `On the made paper number ${at} and what a title of usual length tells its readers`,
      type: 'CONFERENCE_PAPER',
      date: { year: 1970 + (at % 55) },
      isYearInferred: false,
      categories: [],
      identifiers: [{ scheme: 'DOI', value: `10.1000/made.${at % 5000}.${at}` }],
      authorCount: 3,
      isAuthorListComplete: true,
      groupAuthors: [],
      venueId: venueIdOf(`name:venue ${at % 5000}`),
      isRetracted: false,
      institutionIds: [],
      sources: [{ sourceId, recordKey: key, line: at * 10 }],
      conflicts: [],
      withheldPositions: [],
    });
    const count = at % 2 === 0 ? Math.floor(AUTHORS_A_PAPER) : Math.ceil(AUTHORS_A_PAPER);
    for (let position = 1; position <= count; position++) {
      const author = (at * 31 + position * 7907) % authorCount;
      const authorId = ids[author] as AuthorId; // within the list
      const rawNames = [authors[author]?.name ?? ''];
      authorships.push({ authorId, paperId: id, position, isListed: true, rawNames, institutionIds: [] });
    }
  }
  const nothing = { institutions: [], venues: [], sources: [], problems: [] };
  const coauthorCounts = new Map<AuthorId, number>();
  return { version: 'made', authors, papers, authorships, aliases: new Map(), ...nothing, coauthorCounts };
}

function collect(): void {
  globalThis.gc?.();
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
