/**
 * CSL-JSON (https://docs.citationstyles.org, schema csl-data.json): what Zotero, Mendeley and pandoc exchange. A list
 * of items, or `{"items": […]}`. What CSL has no field for stands under `custom.coauthor`, where our writer puts it.
 */
import type { Format } from './format.ts';
import { readItem } from './csl-json/item.ts';
import { CSL_TYPES } from './csl-json/type.ts';
import { isObject, openJsonRecords } from './text/json-records.ts';
import type { JsonObject } from './text/json-records.ts';
import { objectsIn, textIn } from './text/json-fields.ts';
import { firstJsonRecord } from './text/json-head.ts';

const NAME_PARTS = ['family', 'given', 'literal'];

export const cslJson: Format = {
  name: 'csl-json',
  title: 'CSL-JSON',
  extensions: ['json'],
  sniff(head) {
    const item = firstJsonRecord(head);
    if (item === undefined || !isItem(item)) return undefined;
    const type = textIn(item['type']) ?? '';
    const hasNames = objectsIn(item['author']).some((name) => NAME_PARTS.some((part) => part in name));
    const hasDate = isObject(item['issued']);
    const hasOwn = ['container-title', 'collection-title', 'publisher-place', 'citation-key'].some(
      (key) => key in item,
    );
    // Lists of titles and dates of indexing are Crossref's.
    if (Array.isArray(item['title']) || 'indexed' in item || 'deposited' in item) return undefined;
    // A type alone is too little: many formats have articles.
    if (!hasNames && !hasDate && !hasOwn) return undefined;
    const signs = [hasNames ? 'names' : '', hasDate ? 'a date' : ''].filter(Boolean).join(' and ');
    const confidence = 0.6 + (hasNames ? 0.15 : 0) + (hasDate ? 0.15 : 0);
    return { confidence, reason: `an item of type ${type}${signs === '' ? '' : ` with ${signs} as CSL writes them`}` };
  },
  open(context) {
    return openJsonRecords({
      context,
      lists: ['items'],
      isRecord: isItem,
      record: (value, line) => readItem(value, line, context),
    });
  },
};

function isItem(value: JsonObject): boolean {
  const type = textIn(value['type']);
  return type !== undefined && Object.hasOwn(CSL_TYPES, type) && textIn(value['id']) !== undefined;
}
