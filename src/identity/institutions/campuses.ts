/**
 * University systems whose campuses are universities of their own. Elsewhere the city behind a university's name is
 * address ("University of Michigan, Ann Arbor"); here it is the name ("University of California, Davis").
 */
const TABLE = `
university california: berkeley|davis|irvine|los angeles|merced|riverside|san diego|san francisco|santa barbara|santa cruz
university wisconsin: madison|milwaukee|eau claire|green bay|la crosse|oshkosh|parkside|platteville|river falls|stevens point|stout|superior|whitewater
university illinois: urbana champaign|urbana=urbana champaign|champaign=urbana champaign|champaign urbana=urbana champaign|chicago|springfield
university texas: austin|dallas|arlington|san antonio|el paso|tyler|permian basin|houston|rio grande valley
university north carolina: chapel hill|charlotte|greensboro|wilmington|asheville|pembroke
university maryland: college park|baltimore|baltimore county|eastern shore
university massachusetts: amherst|boston|lowell|dartmouth|worcester
university michigan: dearborn|flint
university minnesota: duluth|morris|crookston
university colorado: boulder|denver|colorado springs
university missouri: columbia|kansas city|st louis|rolla
university nebraska: lincoln|omaha|kearney
university tennessee: knoxville|chattanooga|martin|memphis
university alabama: tuscaloosa|birmingham|huntsville
university nevada: las vegas|reno
university arkansas: fayetteville|little rock|pine bluff|fort smith
university alaska: fairbanks|anchorage|southeast
university hawaii: manoa|hilo
university houston: clear lake|downtown
university puerto rico: mayaguez|rio piedras
university wales: aberystwyth|bangor|cardiff|swansea|lampeter|newport
state university new york: albany|binghamton|buffalo|stony brook|geneseo|new paltz|oswego|plattsburgh
university state new york: albany|binghamton|buffalo|stony brook
california state university: chico|dominguez hills|east bay|fresno|fullerton|long beach|los angeles|northridge|sacramento|san bernardino|san marcos|stanislaus|bakersfield
california polytechnic state university: san luis obispo
california state polytechnic university: pomona
university indiana: bloomington|south bend|kokomo|southeast|northwest
university purdue: fort wayne|northwest|calumet
university washington: st louis|bothell|tacoma
university georgia: tbilisi
national university ireland: galway|maynooth|cork|dublin
`;

const CAMPUSES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [base = '', list = ''] = line.split(': ');
      const pairs = list.split('|').map((pair) => {
        const [printed = '', meant = printed] = pair.split('=');
        return [printed, meant] as const;
      });
      return [base, new Map(pairs)];
    }),
);

/** The campus that folded text names, if the university of that folded name has one there. */
export function campusOf(university: string, place: string): string | undefined {
  return CAMPUSES.get(university)?.get(place);
}

/** Whether a university has campuses that are universities of their own. */
export function hasCampuses(university: string): boolean {
  return CAMPUSES.has(university);
}
