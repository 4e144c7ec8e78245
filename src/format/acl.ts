/**
 * The ACL Anthology's own files: a collection (`A00.xml`, `2020.acl.xml`) of volumes of papers. The parts are in `acl/`.
 *
 * Front matter stands for the volume as a whole: its editors wrote none of it, so it is no paper.
 */
import { readPaper } from './acl/paper.ts';
import { volumeOf } from './acl/volume.ts';
import type { Volume, VolumePlace } from './acl/volume.ts';
import type { Format, ReadContext } from './format.ts';
import { LATIN1_ENTITIES } from './text/entities.ts';
import { Gathered } from './text/gathered.ts';
import { rootOf } from './text/xml-root.ts';
import { XmlRecords } from './text/xml.ts';
import type { XmlHandler } from './text/xml.ts';
import type { XmlElement } from './text/xml/element.ts';

export const acl: Format = {
  name: 'acl',
  title: 'ACL Anthology XML',
  extensions: ['xml'],
  sniff({ text }) {
    const root = rootOf(text);
    // MARC has a <collection> too, of records.
    if (
      root?.name !== 'collection' ||
      !/\sid\s*=/.test(root.tag) ||
      !/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:volume|event)[\s>]/.test(root.rest)
    ) {
      return undefined;
    }
    return { confidence: 0.95, reason: 'XML with the root <collection> and volumes in it' };
  },
  open(context) {
    const records = new XmlRecords(
      {
        records: ['meta', 'frontmatter', 'paper', 'event'],
        containers: ['collection', 'volume'],
        entities: LATIN1_ENTITIES,
      },
      new CollectionReader(context),
      context,
    );
    return new Gathered(records);
  },
};

/** Keeps what the papers do not repeat: collection, volume and its meta data. */
class CollectionReader implements XmlHandler {
  readonly #context: ReadContext;
  #collection = '';
  #place: VolumePlace | undefined;
  #volume: Volume | undefined;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  open(container: XmlElement): void {
    const { id = '', type } = container.attributes;
    if (container.name === 'collection') this.#collection = id;
    else this.#place = { collection: this.#collection, volume: id, volumeType: type, file: this.#context.file };
    this.#volume = this.#place === undefined ? undefined : volumeOf(this.#place, undefined);
  }

  close(): void {
    this.#place = undefined;
    this.#volume = undefined;
  }

  record(element: XmlElement): void {
    if (element.name === 'meta' && this.#place !== undefined) this.#volume = volumeOf(this.#place, element);
    if (element.name !== 'paper') return;
    if (this.#volume !== undefined) readPaper(element, this.#volume, this.#context);
    else {
      this.#context.problem({
        kind: 'malformed-record',
        file: this.#context.file,
        line: element.line,
        message: 'A paper stands in no volume, so nothing tells its id.',
        kept: 'nothing of the paper',
      });
    }
  }
}
