/**
 * What a part of an affiliation is likely to name: a university before an institute, an institute before a department.
 * Words of several languages, folded.
 */
import { foldText, remembered } from '../../model/index.ts';

import { foldInstitution } from './fold.ts';

/** From the part that never names the institution to the one that does. */
export const RANKS = {
  address: -1,
  department: 0,
  plain: 1,
  unit: 2,
  generic: 3,
  academy: 4,
  organization: 5,
  university: 6,
};

export type Rank = (typeof RANKS)[keyof typeof RANKS];

const DEPARTMENT =
  /^(?:the )?(?:dep(?:t|artment|artament|artement|artamento|artment of)s?|dipartimento|dipto|dpto|abteilung|afdeling|section|sect|division|div|faculty|fac|facultad|faculdade|faculte|facolta|fakultat|fachbereich|fak|chair|lehrstuhl|group|arbeitsgruppe|program|programme|office|unit|unite|umr|uar|graduate|service|lab of|catedra|subfaculty|college of|coll of|school of|sch of|school|klinik|medical faculty|state key|key lab\w*|state lab\w*|corporate member|on behalf|member of)\b|\b(?:department|dept|division|faculty|fakultat|fakulteten|fakultet)$/;
const UNIT =
  /^(?:the )?(?:cent(?:er|re|rum|ro)|ctr|zentrum|laborator(?:y|ies|io|ium|ire)|labs?|labor|escuela|escola|ecole|scuola|school|college|graduate school|medical school|library)\b|\b(?:school|program|programme|unit|group|team|facility|library|biobank|campus|building|core)\b/;
const GENERIC =
  /^(?:the )?(?:(?:institut\w*|inst|instytut|ustav|intezet|hospital|academ\w*|acad|observator\w*|museum|ministr\w*|ministerio|council|bureau|agency|clinic\w*) ?(?:of|for|fur|fuer|de|di|du|del|der|d|za|pro)?\b|(?:university|univ) (?!of\b|college\b)(?=\w+ ?(?:hospital|medical|clinic|health|services?|cent\w+|press|library|school)\b|(?:hospitals?|clinics?|health|library|press|medical)\b))/;
const ACADEMY =
  /\b(?:academ(?:y|ia|ie) (?:of|des|de|delle|romana)|acad of|acad sci|akadem\w*|cas|csic|max planck society|max planck gesellschaft|helmholtz association|fraunhofer gesellschaft|council of scientific)\b/;
const ORGANIZATION =
  /\b(?:institut\w*|instit|inst|instytut|istituto|hospital\w*|hosp|klinik\w*|\w*klinikum|\w*krankenhaus|\w*spital|\w*sykehus|\w*sjukhus\w*|hopita\w*|ospedale|policlinico|chu|infirmary|clinics?|health system|health care system|healthcare|medical cent(?:er|re)|\w*medizin|observator\w*|museum|muzeum|musee|ministr\w*|ministerio|council|agency|administration|survey|foundation|fundacion|fondazione|society|organi[sz]ation|commission|corporation|corp|inc|ltd|limited|llc|gmbh|plc|pty|company|co ltd|ag|bv|s p a|s a|bank|laborator(?:y|ies)|labs?|research cent\w+|research center|forschungszentrum|zentrum|college|polska|bundesanstalt|bundesamt|trust|alliance|consortium|institution|association|station|academy|telecom|technologies|systems|cent(?:er|re)|school)\b/;
const UNIVERSITY =
  /\b(?:univ(?:ers\w*|erz\w*)?|uniwersytet\w*|unibertsitat\w*|yliopisto\w*|egyetem\w*|daigaku|\w*daxue|\w*daehaggyo|\w*hochschule|polytechnique|politecnico|politechnika|polytechnic|polytech|institute of technology|inst of technol\w*|inst of tech|institute of science and technology|institutes? of technology|indian institute of|indian statistical institute|national lab(?:orator(?:y|ies))?|natl lab\w*|jet propulsion lab\w*|ecole normale superieure|technion|imperial college|dartmouth college|kings college|boston college|trinity college|virginia tech|georgia tech|london school of economics|uc (?:berkeley|davis|irvine|merced|riverside|san|santa)\w*)\b/;
/** Universities by their letters, where hardly anything else stands in the part. */
const UNIVERSITY_LETTERS =
  /\b(?:eth|ethz|epfl|mit|caltech|kaist|postech|lmu|ucl|ucla|ucsd|ucsf|hkust|ntnu|unsw|sissa)\b/;
const HOSPITAL =
  /\b(?:hospital\w*|hosp|klinik\w*|\w*klinikum|\w*spital|\w*sykehus|\w*sjukhus\w*|hopita\w*|ospedale|universitat(?:s?medizin|s?klin\w*)|\w*medizin|health system|medical cent(?:er|re))\b/;
/** Organisations known by one word, which no other word gives away. */
const KNOWN =
  /^(?:cern|cnrs|inserm|inrae?|cea|infn|inaf|cnr|nasa|noaa|nist|nih|usgs|ibm|kek|riken|jaxa|jaea|desy|gsi|eso|esa|csiro|onera|ifremer|embl|nikhef|google|microsoft|deepmind|google deepmind|facebook|meta ai|amazon|nvidia|intel|huawei|tencent|baidu|yandex|samsung|oracle|bell labs?|openai|fermilab|rutgers|att|nec|ntt|sap|sri international|xerox|hp labs?|ceremade|inria|sintef|conicet|ird|cirad|nrc|vmware|centre national de la recherche scientifique|consiglio nazionale delle ricerche|european)\b/;
const STREET =
  /^(?:no|p o box|po box|p\.o|box|cs \d|private bag|mail ?(?:stop|code)|building|bldg|room|floor|level|km|via|viale|rue|av|ave|avenue|avenida|av da|boulevard|bd|calle|carrer|ul|ulica|rua|str|route|chemin|place|piazza|plaza)\b|\b(?:street|str|strasse|\w+strasse|\w+str|\w+weg|\w+vagen|road|rd|avenue|ave|drive|blvd|boulevard|lane|highway|square|parkway|hongo|ku|shi|cho|gun|cedex)$/;

/** A name of nothing but these is as many institutions as there are cities. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'university technology technical science applied national state federal catholic medical agricultural normal free ' +
    'open polytechnic hochschule fachhochschule college institute laboratory center research hospital general academy ' +
    'engineering medicine education arts economics health school public central regional city museum observatory'
  ).split(' '),
);

const REMEMBERED = 50_000;

/** How likely a part names the institution. */
export const rankOf = remembered(rankOfPart, { most: REMEMBERED, longest: Infinity });

function rankOfPart(part: string): Rank {
  const text = foldText(part);
  if (DEPARTMENT.test(text)) return RANKS.department;
  if (UNIVERSITY.test(text)) return rankAmongUniversities(text);
  if (UNIVERSITY_LETTERS.test(text) && text.split(' ').length <= 3) return RANKS.university;
  if (/^[\d\s-]+$/.test(text)) return RANKS.address;
  if (KNOWN.test(text) && text.split(' ').length <= 6) return RANKS.organization;
  if (ACADEMY.test(text) && !/\b(?:institut|observator|cent(?:er|re)\b)/.test(text)) return RANKS.academy;
  if (GENERIC.test(text)) return RANKS.generic;
  if (UNIT.test(text) && !HOSPITAL.test(text)) {
    return /^(?:the )?(?:cent|ctr|zentrum|lab|esc|ecole|scuola|school|college|graduate|medical school|library)/.test(
      text,
    )
      ? RANKS.unit
      : unitOrOrganization(text);
  }
  if (ORGANIZATION.test(text)) return RANKS.organization;
  if (/\d/.test(text) || STREET.test(text)) return RANKS.address;
  return RANKS.plain;
}

/** Names that are as many institutions as there are cities: "University of Technology", "Institute of Physics". */
export function isGenericName(part: string): boolean {
  const text = foldText(part);
  if (KNOWN.test(text)) return false;
  return (
    GENERIC.test(text) ||
    foldInstitution(part)
      .split(' ')
      .every((word) => COMMON.has(word)) ||
    UNIT.test(text) ||
    DEPARTMENT.test(text)
  );
}

// A clinic of a university is an institution of its own, but where both stand in one address the university is meant.
function rankAmongUniversities(text: string): Rank {
  if (HOSPITAL.test(text) || GENERIC.test(text))
    return /^(?:university|univ)\b(?! of\b)/.test(text) ? RANKS.generic : RANKS.organization;
  return RANKS.university;
}

function unitOrOrganization(text: string): Rank {
  return /\b(?:institut\w*|hospital|inc|ltd|gmbh)\b/.test(text) ? RANKS.organization : RANKS.unit;
}
