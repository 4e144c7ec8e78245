/**
 * Countries by the names that addresses print: English, the country's own, and common short forms. A table of our own,
 * since `Intl.DisplayNames` names them differently from one Node to the next ("Turkey", "Türkiye"), and two machines
 * must agree on what an address says. Georgia is not here: see `country.ts`.
 */
import { foldText } from '../../model/index.ts';

// One country a line: ISO 3166-1 alpha-2, then its names.
const TABLE = `
AD Andorra
AE United Arab Emirates|UAE|U.A.E.
AF Afghanistan
AG Antigua and Barbuda
AL Albania|Shqipëria
AM Armenia|Republic of Armenia
AO Angola
AR Argentina|República Argentina
AT Austria|Österreich|Oesterreich|Autriche
AU Australia
AW Aruba
AZ Azerbaijan|Azerbaidjan
BA Bosnia and Herzegovina|Bosnia & Herzegovina|Bosnia-Herzegovina|Bosna i Hercegovina
BB Barbados
BD Bangladesh
BE Belgium|Belgique|België|Belgien
BF Burkina Faso
BG Bulgaria|България
BH Bahrain|Kingdom of Bahrain
BI Burundi
BJ Benin|Bénin
BM Bermuda
BN Brunei|Brunei Darussalam
BO Bolivia
BR Brazil|Brasil|Brésil
BS Bahamas|The Bahamas
BT Bhutan
BW Botswana
BY Belarus|Republic of Belarus|Беларусь
BZ Belize
CA Canada
CD Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC
CF Central African Republic
CG Republic of the Congo|Republic of Congo
CH Switzerland|Schweiz|Suisse|Svizzera
CI Côte d'Ivoire|Ivory Coast
CL Chile
CM Cameroon|Cameroun
CN China|P.R. China|P. R. China|PR China|P.R.China|P.R. of China|PRC|P.R.C.|People's Republic of China|The People's Republic of China|Peoples R China|Mainland China|中国|中国大陆|中华人民共和国
CO Colombia
CR Costa Rica
CU Cuba
CV Cape Verde|Cabo Verde
CY Cyprus
CZ Czech Republic|Czechia|Česko|Česká republika|Czech Rep.|Czech
DE Germany|Deutschland|Allemagne|Federal Republic of Germany|FRG|F.R.G.|West Germany|BRD
DJ Djibouti
DK Denmark|Danmark
DM Dominica
DO Dominican Republic|República Dominicana
DZ Algeria|Algérie
EC Ecuador
EE Estonia|Eesti
EG Egypt|Arab Republic of Egypt
ER Eritrea
ES Spain|España|Espagne|Espanya
ET Ethiopia
FI Finland|Suomi
FJ Fiji
FO Faroe Islands
FR France|République française
GA Gabon
GB United Kingdom|UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|N. Ireland|United Kingdom of Great Britain and Northern Ireland
GD Grenada
GE Republic of Georgia|Sakartvelo
GH Ghana
GL Greenland
GM Gambia|The Gambia
GN Guinea
GP Guadeloupe
GQ Equatorial Guinea
GR Greece|Hellas|Ελλάδα
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong|HKSAR|Hong Kong, China|Hong Kong SAR|Hongkong|Hong Kong S.A.R.|Hong Kong Special Administrative Region
HN Honduras
HR Croatia|Hrvatska
HT Haiti|Haïti
HU Hungary|Magyarország
ID Indonesia
IE Ireland|Éire|Republic of Ireland|Eire
IL Israel
IN India
IQ Iraq
IR Iran|Islamic Republic of Iran|I.R. Iran|IR Iran|Iran (Islamic Republic of)
IS Iceland|Ísland
IT Italy|Italia|Italie|Italien
JM Jamaica
JO Jordan
JP Japan|日本|Japon
KE Kenya
KG Kyrgyzstan|Kyrgyz Republic
KH Cambodia
KP North Korea|DPRK|D.P.R. Korea|Democratic People's Republic of Korea|DPR Korea
KR South Korea|Korea|Republic of Korea|Korea (South)|Korea, Republic of|R.O. Korea|Rep. of Korea|S. Korea|Korea Republic of|Rep. Korea|대한민국
KW Kuwait
KZ Kazakhstan|Republic of Kazakhstan
LA Laos|Lao PDR
LB Lebanon|Liban
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania|Lietuva
LU Luxembourg|Luxemburg
LV Latvia|Latvija
LY Libya
MA Morocco|Maroc
MC Monaco
MD Moldova|Republic of Moldova
ME Montenegro|Crna Gora
MG Madagascar
MK North Macedonia|Macedonia|FYR Macedonia|Republic of Macedonia
ML Mali
MM Myanmar|Burma
MN Mongolia
MO Macau|Macao|Macau SAR|Macao SAR
MQ Martinique
MR Mauritania
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico|México|Mexique
MY Malaysia
MZ Mozambique|Moçambique
NA Namibia
NC New Caledonia|Nouvelle-Calédonie
NE Niger
NG Nigeria
NI Nicaragua
NL Netherlands|The Netherlands|Nederland|Holland|Pays-Bas|The Netherland
NO Norway|Norge|Noreg
NP Nepal
NZ New Zealand|Aotearoa
OM Oman|Sultanate of Oman
PA Panama|Panamá
PE Peru|Perú
PF French Polynesia
PG Papua New Guinea
PH Philippines|The Philippines
PK Pakistan
PL Poland|Polska|Polen
PR Puerto Rico
PS Palestine|State of Palestine|Palestinian Territory
PT Portugal
PY Paraguay
QA Qatar
RE Réunion|La Réunion
RO Romania|România
RS Serbia|Republic of Serbia|Srbija|Србија
RU Russia|Russian Federation|Россия|Российская Федерация|Russie
RW Rwanda
SA Saudi Arabia|Kingdom of Saudi Arabia|KSA
SB Solomon Islands
SC Seychelles
SD Sudan
SE Sweden|Sverige
SG Singapore|Republic of Singapore
SI Slovenia|Slovenija
SK Slovakia|Slovak Republic|Slovensko|Slovak Rep.
SL Sierra Leone
SM San Marino|Republic of San Marino
SN Senegal|Sénégal
SO Somalia
SR Suriname
SS South Sudan
SV El Salvador
SY Syria|Syrian Arab Republic
SZ Eswatini|Swaziland
TD Chad|Tchad
TG Togo
TH Thailand
TJ Tajikistan
TL Timor-Leste
TM Turkmenistan
TN Tunisia|Tunisie
TO Tonga
TR Turkey|Türkiye|Turkiye|Republic of Turkey
TT Trinidad and Tobago|Trinidad & Tobago|Trinidad
TW Taiwan|Taiwan, R.O.C.|Taiwan (R.O.C.)|Taiwan ROC|R.O.C.|Republic of China|台湾|臺灣
TZ Tanzania|United Republic of Tanzania
UA Ukraine|Україна
UG Uganda
US United States|United States of America|USA|U.S.A.|US|U.S.|The United States|Estados Unidos|États-Unis|EEUU
UY Uruguay
UZ Uzbekistan|Republic of Uzbekistan
VA Vatican City|Vatican City State|Holy See
VE Venezuela
VI U.S. Virgin Islands
VN Vietnam|Viet Nam|Việt Nam
XK Kosovo
YE Yemen
ZA South Africa|Republic of South Africa|RSA
ZM Zambia
ZW Zimbabwe
`;

/** The country that folded text names. */
export const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) =>
      line
        .slice(3)
        .split('|')
        .map((name) => [foldText(name), line.slice(0, 2)] as const),
    ),
);

/** The most words a name in the table has. */
export const LONGEST_COUNTRY = Math.max(...[...COUNTRY_OF.keys()].map((name) => name.split(' ').length));
