/** What a BibTeX file may name without defining it: months and the journals of BibTeX's own styles (plain.bst). */
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const JOURNALS: Readonly<Record<string, string>> = {
  acmcs: 'ACM Computing Surveys',
  acta: 'Acta Informatica',
  cacm: 'Communications of the ACM',
  ibmjrd: 'IBM Journal of Research and Development',
  ibmsj: 'IBM Systems Journal',
  ieeese: 'IEEE Transactions on Software Engineering',
  ieeetc: 'IEEE Transactions on Computers',
  ieeetcad: 'IEEE Transactions on Computer-Aided Design of Integrated Circuits',
  ipl: 'Information Processing Letters',
  jacm: 'Journal of the ACM',
  jcss: 'Journal of Computer and System Sciences',
  scp: 'Science of Computer Programming',
  sicomp: 'SIAM Journal on Computing',
  tocs: 'ACM Transactions on Computer Systems',
  tods: 'ACM Transactions on Database Systems',
  tog: 'ACM Transactions on Graphics',
  toms: 'ACM Transactions on Mathematical Software',
  toois: 'ACM Transactions on Office Information Systems',
  toplas: 'ACM Transactions on Programming Languages and Systems',
  tcs: 'Theoretical Computer Science',
};

/** The macros of one file; names in lower case. */
export class Macros {
  readonly #values = new Map<string, string>();

  constructor() {
    for (const [name, value] of Object.entries(JOURNALS)) this.#values.set(name, value);
    for (const month of MONTHS) {
      this.#values.set(month.toLowerCase(), month);
      this.#values.set(month.slice(0, 3).toLowerCase(), month);
    }
    this.#values.set('sept', 'September');
  }

  define(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), value);
  }

  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase());
  }
}
