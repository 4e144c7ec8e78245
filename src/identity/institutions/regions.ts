/**
 * Regions that stand in an address instead of the country: the states of the USA, the provinces of Canada, the states
 * of Australia, and the letters before a European postal code.
 */
import { foldText } from '../../model/index.ts';

const folded = (names: string): ReadonlySet<string> => new Set(names.split('|').map(foldText));

/** Georgia is missing, being a country too. */
const US_STATES = folded(
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|' +
    'Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|' +
    'Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|' +
    'Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington State|' +
    'West Virginia|Wisconsin|Wyoming|District of Columbia|Washington DC|Washington D.C.|Calif.|Mass.',
);
const CANADIAN_PROVINCES = folded(
  'Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Québec|Saskatchewan|Ont.|Alta.|Que.',
);
const AUSTRALIAN_STATES = folded('New South Wales|Queensland|South Australia|Tasmania|Western Australia');

const US_CODES = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY DC'
  ).split(' '),
);
const CANADIAN_CODES = new Set('AB BC MB NB NL NS ON QC SK PEI'.split(' '));
const AUSTRALIAN_CODES = new Set('ACT NSW QLD TAS VIC'.split(' '));
/** Codes that people write for Germany as well; they name a state only before a ZIP code. */
const NEEDS_ZIP = new Set(['DE']);

const POSTAL_PREFIXES: ReadonlyMap<string, string> = new Map(
  'A AT|B BE|CH CH|D DE|DE DE|DK DK|E ES|F FR|FI FI|FR FR|I IT|IT IT|N NO|NL NL|NO NO|PL PL|S SE|SE SE|CZ CZ|HU HU'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The country of a part of an address that names a region: `Raleigh NC 27695`, `Ontario`, `NSW 2150`. */
export function countryOfRegion(part: string): string | undefined {
  const name = foldText(part.replace(/\d[\d\s-]*$/, ''));
  if (US_STATES.has(name) || /(?:^|\s)georgia \d{5}(?:-\d{4})?$/i.test(part)) return 'US';
  if (CANADIAN_PROVINCES.has(name)) return 'CA';
  if (AUSTRALIAN_STATES.has(name)) return 'AU';
  const { code, postal } =
    /^(?:.*\s)?(?<code>[A-Z]{2,3})\.?(?:\s+(?<postal>[A-Z\d][A-Z\d\s-]*))?$/.exec(part)?.groups ?? {};
  if (code === undefined) return undefined;
  const isZip = postal !== undefined && /^\d{5}(?:-\d{4})?$/.test(postal);
  if (US_CODES.has(code) && (isZip || (postal === undefined && !NEEDS_ZIP.has(code)))) return 'US';
  if (CANADIAN_CODES.has(code) && (postal === undefined || /^[A-Z]\d[A-Z]/.test(postal))) return 'CA';
  if (AUSTRALIAN_CODES.has(code) && (postal === undefined || /^\d{4}$/.test(postal))) return 'AU';
  return undefined;
}

/** The country of a postal code that carries it: `D-06120`, `CH-1211`. */
export function countryOfPostalCode(text: string): string | undefined {
  const letters = /(?:^|\s)([A-Z]{1,2})[-–]\s?\d{4,5}(?=\s|$)/.exec(text)?.[1];
  return letters === undefined ? undefined : POSTAL_PREFIXES.get(letters);
}
