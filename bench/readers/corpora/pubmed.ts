/**
 * PubMed's yearly baseline: articles with the headings, substances and references that make up half of the file and that
 * the reader passes over.
 */
import type { Random } from '../../random.ts';
import type { CorpusKind } from './corpus.ts';
import { inventedAuthors, inventedIssn, inventedText, inventedTitle } from './invented.ts';
import type { InventedPerson } from './invented.ts';

const LABELS = ['BACKGROUND', 'METHODS', 'RESULTS', 'CONCLUSIONS'];
const MONTHS = ['Jan', 'Mar', 'May', 'Aug', 'Oct', 'Dec'];

export const pubmedBaseline: CorpusKind = {
  format: 'pubmed',
  extension: 'xml',
  head: `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2023//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_230101.dtd">
<PubmedArticleSet>
`,
  foot: '</PubmedArticleSet>\n',
  record: article,
};

function article(random: Random, number: number): string {
  const year = random.between(1990, 2023);
  const doi = `10.5555/bench.${number}`;
  return `  <PubmedArticle>
    <MedlineCitation Status="MEDLINE" Owner="NLM">
      <PMID Version="1">${number}</PMID>
${dateParts('DateCompleted', year, random)}${dateParts('DateRevised', 2023, random)}      <Article PubModel="Print-Electronic">
${journal(random, year)}        <ArticleTitle>${titleOf(random)}</ArticleTitle>
        <Pagination>
          <MedlinePgn>${random.between(1, 900)}-9</MedlinePgn>
        </Pagination>
        <ELocationID EIdType="doi" ValidYN="Y">${doi}</ELocationID>
${abstract(random)}        <AuthorList CompleteYN="Y">
${inventedAuthors(random).map(author).join('')}        </AuthorList>
        <Language>eng</Language>
        <PublicationTypeList>
          <PublicationType UI="D016428">Journal Article</PublicationType>
        </PublicationTypeList>
      </Article>
      <MedlineJournalInfo>
        <Country>England</Country>
        <MedlineTA>J Example</MedlineTA>
        <NlmUniqueID>0255562</NlmUniqueID>
      </MedlineJournalInfo>
      <CitationSubset>IM</CitationSubset>
${headings(random)}    </MedlineCitation>
    <PubmedData>
      <PublicationStatus>ppublish</PublicationStatus>
      <ArticleIdList>
        <ArticleId IdType="pubmed">${number}</ArticleId>
        <ArticleId IdType="doi">${doi}</ArticleId>
${random.chance(0.3) ? `        <ArticleId IdType="pmc">PMC${number}</ArticleId>\n` : ''}      </ArticleIdList>
${references(random)}    </PubmedData>
  </PubmedArticle>
`;
}

function journal(random: Random, year: number): string {
  const number = random.below(8_000);
  return `        <Journal>
          <ISSN IssnType="Electronic">${inventedIssn(number)}</ISSN>
          <JournalIssue CitedMedium="Internet">
            <Volume>${random.between(1, 90)}</Volume>
            <Issue>${random.between(1, 12)}</Issue>
            <PubDate>
              <Year>${year}</Year>
              <Month>${random.pick(MONTHS)}</Month>
            </PubDate>
          </JournalIssue>
          <Title>Journal of example ${number}</Title>
          <ISOAbbreviation>J Example ${number}</ISOAbbreviation>
        </Journal>
`;
}

function dateParts(element: string, year: number, random: Random): string {
  const month = String(random.between(1, 12)).padStart(2, '0');
  return `      <${element}>
        <Year>${year}</Year>
        <Month>${month}</Month>
        <Day>${random.between(10, 28)}</Day>
      </${element}>
`;
}

function titleOf(random: Random): string {
  const title = `${inventedTitle(random)}.`;
  return random.chance(0.1) ? title.replace(/ (\w+)/, ' <i>$1</i>') : title;
}

// Two in three have one; half of those are in parts.
function abstract(random: Random): string {
  if (random.chance(0.33)) return '';
  const text = (words: number): string =>
    inventedText(random, words).replace(' of ', random.chance(0.3) ? ' &lt; ' : ' ± ');
  const parts = random.chance(0.5)
    ? LABELS.map((label) => `<AbstractText Label="${label}" NlmCategory="${label}">${text(45)}</AbstractText>`)
    : [`<AbstractText>${text(random.between(80, 200))}</AbstractText>`];
  return `        <Abstract>\n${parts.map((part) => `          ${part}\n`).join('')}        </Abstract>\n`;
}

function author({ number, given, family, orcid, institution }: InventedPerson): string {
  const initials = given.replaceAll(/[^\p{Lu}]/gu, '');
  const known =
    orcid === undefined || number % 4 !== 0 ? '' : `            <Identifier Source="ORCID">${orcid}</Identifier>\n`;
  const affiliation = `Department of Examples, University ${institution}, 12 Example Street, Example City, Exampleland.`;
  return `          <Author ValidYN="Y">
            <LastName>${family}</LastName>
            <ForeName>${given.replace('.', '')}</ForeName>
            <Initials>${initials}</Initials>
${known}            <AffiliationInfo>
              <Affiliation>${affiliation}</Affiliation>
            </AffiliationInfo>
          </Author>
`;
}

function headings(random: Random): string {
  const list = Array.from({ length: random.between(5, 15) }, () => {
    const term = `<DescriptorName UI="D${random.between(100_000, 999_999)}" MajorTopicYN="N">${random.pick(LABELS)}, Human</DescriptorName>`;
    const more = random.chance(0.3)
      ? `          <QualifierName UI="Q000009" MajorTopicYN="Y">adverse effects</QualifierName>\n`
      : '';
    return `        <MeshHeading>\n          ${term}\n${more}        </MeshHeading>\n`;
  });
  return `      <MeshHeadingList>\n${list.join('')}      </MeshHeadingList>\n`;
}

function references(random: Random): string {
  if (random.chance(0.6)) return '';
  const list = Array.from({ length: random.between(10, 50) }, (_, at) => {
    const cited = `J Example. ${random.between(1980, 2020)} Mar;${at}(2):${random.between(1, 999)}-9`;
    const id = `<ArticleId IdType="pubmed">${random.between(1_000_000, 30_000_000)}</ArticleId>`;
    return `        <Reference>
          <Citation>${cited}</Citation>
          <ArticleIdList>
            ${id}
          </ArticleIdList>
        </Reference>
`;
  });
  return `      <ReferenceList>\n${list.join('')}      </ReferenceList>\n`;
}
