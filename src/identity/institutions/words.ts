/** The words that institutions' names abbreviate, translate and leave out, all folded. */

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s*[|\n]\s*/)
      .map((pair) => pair.split(' = ') as [string, string]),
  );

/** One word for many: abbreviations, plurals that sources are careless with, and "university" in other languages. */
export const SAME_WORD = table(`
univ = university | univer = university | universitat = university | universitaet = university | univercity = university
universite = university | universidad = university | universidade = university | universita = university
universiteit = university | universitet = university | universitetet = university | universitas = university
univerzita = university | univerzitet = university | univerza = university | uniwersytet = university
universiti = university | universitatea = university | universitesi = university | uniw = university
inst = institute | instit = institute | insts = institute | institutes = institute | institut = institute
tech = technology | technol = technology | techn = technology | technologies = technology
technological = technology | natl = national | nat = national | acad = academy | sci = science | sciences = science | scis = science
lab = laboratory | labs = laboratory | laboratories = laboratory | ctr = center | centre = center | centers = center
cent = center | centres = center | dept = department | hosp = hospital | hospitals = hospital | coll = college
res = research | med = medical | eng = engineering | engn = engineering | engg = engineering | soc = society
fdn = foundation | intl = international | int = international | assoc = association | corp = corporation
polytech = polytechnic | polytechn = polytechnic | agr = agricultural | agric = agricultural | telecommun = telecommunications
observatories = observatory | obs = observatory | org = organization | organisation = organization
astron = astronomy | phys = physics | math = mathematics | chem = chemistry | comput = computer | electron = electronic
technische = technical | technischen = technical | tu = technical university | saint = st | sankt = st
calif = california | mich = michigan | tex = texas | wis = wisconsin | penna = pennsylvania
`);

/** Cities by their English names. Louvain is not Leuven: two universities divided over it. */
export const SAME_CITY = table(`
munchen = munich | muenchen = munich | koln = cologne | koeln = cologne | wien = vienna | zurich = zurich
zuerich = zurich | geneve = geneva | genf = geneva | basle = basel | berne = bern | lisboa = lisbon | roma = rome
milano = milan | torino = turin | napoli = naples | firenze = florence | venezia = venice | padova = padua
genova = genoa | sevilla = seville | praha = prague | warszawa = warsaw | warszawski = warsaw | krakow = cracow
moskva = moscow | kobenhavn = copenhagen | kobenhavns = copenhagen | goteborg = gothenburg | goteborgs = gothenburg
lunds = lund | uppsala = uppsala | bucuresti = bucharest | beograd = belgrade | beogradu = belgrade
gottingen = goettingen | tubingen = tuebingen | wurzburg = wuerzburg | dusseldorf = duesseldorf
saarbrucken = saarbruecken | munster = muenster | lubeck = luebeck | julich = juelich | nurnberg = nuremberg
nuernberg = nuremberg | braunschweig = brunswick | zaragoza = saragossa | antwerpen = antwerp | gent = ghent
strassburg = strasbourg | marseilles = marseille | lyons = lyon | kiev = kyiv | helsingin = helsinki
`);

/** Left out of the comparison, wherever they stand. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'the of at in for and et und y e de del della delle dell di da do das dos du des d der den die das la le les el ' +
    'zu zur van von studi degli'
  ).split(' '),
);

/** Left out at a name's end. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc incorporated ltd limited llc gmbh ag corporation co company plc bv nv spa srl sa sas pty kk oy ab pvt'.split(
    ' ',
  ),
);
