/**
 * Subject categories, with arXiv's whole taxonomy (https://arxiv.org/category_taxonomy).
 *
 * Pages often print only the last part of a code: `LG` for cs.LG. Where one archive alone has that part it is clear
 * what was meant; where several have it (`CO`: cosmology, combinatorics or computation) nothing on the page tells, so
 * the code stays as printed beside everything it may stand for.
 */
import { compareText } from './order.ts';

/** A subject category of a paper: arXiv's where the code is arXiv's, else as printed. */
export interface Category {
  /** In full (`cs.LG`) where known and unambiguous, else as printed. */
  readonly code: string;
  readonly name?: string;
  readonly archive?: string;
  /** Full codes it may stand for, when several archives share the printed code; else empty. */
  readonly candidates: readonly string[];
}

// Archives with subclasses: `part name; part name; …`. Some codes are arXiv's own aliases of others (math.MP of math-ph,
// math.IT of cs.IT, cs.NA of math.NA, cs.SY of eess.SY, stat.TH of math.ST, q-fin.EC of econ.GN). Papers carry them as
// they are, so they stand here as codes of their own.
const DIVIDED: Readonly<Record<string, string>> = {
  'astro-ph': `
    CO Cosmology and Nongalactic Astrophysics; EP Earth and Planetary Astrophysics; GA Astrophysics of Galaxies;
    HE High Energy Astrophysical Phenomena; IM Instrumentation and Methods for Astrophysics;
    SR Solar and Stellar Astrophysics`,
  'cond-mat': `
    dis-nn Disordered Systems and Neural Networks; mes-hall Mesoscale and Nanoscale Physics;
    mtrl-sci Materials Science; other Other Condensed Matter; quant-gas Quantum Gases; soft Soft Condensed Matter;
    stat-mech Statistical Mechanics; str-el Strongly Correlated Electrons; supr-con Superconductivity`,
  cs: `
    AI Artificial Intelligence; AR Hardware Architecture; CC Computational Complexity;
    CE Computational Engineering, Finance, and Science; CG Computational Geometry; CL Computation and Language;
    CR Cryptography and Security; CV Computer Vision and Pattern Recognition; CY Computers and Society; DB Databases;
    DC Distributed, Parallel, and Cluster Computing; DL Digital Libraries; DM Discrete Mathematics;
    DS Data Structures and Algorithms; ET Emerging Technologies; FL Formal Languages and Automata Theory;
    GL General Literature; GR Graphics; GT Computer Science and Game Theory; HC Human-Computer Interaction;
    IR Information Retrieval; IT Information Theory; LG Machine Learning; LO Logic in Computer Science;
    MA Multiagent Systems; MM Multimedia; MS Mathematical Software; NA Numerical Analysis;
    NE Neural and Evolutionary Computing; NI Networking and Internet Architecture; OH Other Computer Science;
    OS Operating Systems; PF Performance; PL Programming Languages; RO Robotics; SC Symbolic Computation; SD Sound;
    SE Software Engineering; SI Social and Information Networks; SY Systems and Control`,
  econ: `EM Econometrics; GN General Economics; TH Theoretical Economics`,
  eess: `
    AS Audio and Speech Processing; IV Image and Video Processing; SP Signal Processing; SY Systems and Control`,
  math: `
    AC Commutative Algebra; AG Algebraic Geometry; AP Analysis of PDEs; AT Algebraic Topology;
    CA Classical Analysis and ODEs; CO Combinatorics; CT Category Theory; CV Complex Variables;
    DG Differential Geometry; DS Dynamical Systems; FA Functional Analysis; GM General Mathematics;
    GN General Topology; GR Group Theory; GT Geometric Topology; HO History and Overview; IT Information Theory;
    KT K-Theory and Homology; LO Logic; MG Metric Geometry; MP Mathematical Physics; NA Numerical Analysis;
    NT Number Theory; OA Operator Algebras; OC Optimization and Control; PR Probability; QA Quantum Algebra;
    RA Rings and Algebras; RT Representation Theory; SG Symplectic Geometry; SP Spectral Theory;
    ST Statistics Theory`,
  nlin: `
    AO Adaptation and Self-Organizing Systems; CD Chaotic Dynamics; CG Cellular Automata and Lattice Gases;
    PS Pattern Formation and Solitons; SI Exactly Solvable and Integrable Systems`,
  physics: `
    acc-ph Accelerator Physics; ao-ph Atmospheric and Oceanic Physics; app-ph Applied Physics;
    atm-clus Atomic and Molecular Clusters; atom-ph Atomic Physics; bio-ph Biological Physics;
    chem-ph Chemical Physics; class-ph Classical Physics; comp-ph Computational Physics;
    data-an Data Analysis, Statistics and Probability; ed-ph Physics Education; flu-dyn Fluid Dynamics;
    gen-ph General Physics; geo-ph Geophysics; hist-ph History and Philosophy of Physics;
    ins-det Instrumentation and Detectors; med-ph Medical Physics; optics Optics; plasm-ph Plasma Physics;
    pop-ph Popular Physics; soc-ph Physics and Society; space-ph Space Physics`,
  'q-bio': `
    BM Biomolecules; CB Cell Behavior; GN Genomics; MN Molecular Networks; NC Neurons and Cognition;
    OT Other Quantitative Biology; PE Populations and Evolution; QM Quantitative Methods; SC Subcellular Processes;
    TO Tissues and Organs`,
  'q-fin': `
    CP Computational Finance; EC Economics; GN General Finance; MF Mathematical Finance; PM Portfolio Management;
    PR Pricing of Securities; RM Risk Management; ST Statistical Finance; TR Trading and Market Microstructure`,
  stat: `
    AP Applications; CO Computation; ME Methodology; ML Machine Learning; OT Other Statistics; TH Statistics Theory`,
};

// Archives without subclasses, which are categories themselves.
const UNDIVIDED: Readonly<Record<string, string>> = {
  'gr-qc': 'General Relativity and Quantum Cosmology',
  'hep-ex': 'High Energy Physics - Experiment',
  'hep-lat': 'High Energy Physics - Lattice',
  'hep-ph': 'High Energy Physics - Phenomenology',
  'hep-th': 'High Energy Physics - Theory',
  'math-ph': 'Mathematical Physics',
  'nucl-ex': 'Nuclear Experiment',
  'nucl-th': 'Nuclear Theory',
  'quant-ph': 'Quantum Physics',
};

/** Every category of arXiv, in order of code. */
export const ARXIV_CATEGORIES: readonly Category[] = [...divided(), ...undivided()].sort((a, b) =>
  compareText(a.code, b.code),
);

const BY_CODE = new Map(ARXIV_CATEGORIES.map((category) => [category.code.toLowerCase(), category]));
const BY_PART = byLastPart();

/**
 * The category that a printed code stands for; case is ignored. `LG` and `cs.LG` are both cs.LG, Machine Learning. A
 * part that several archives share stays as printed with its candidates in order, and an unknown code as printed with
 * none.
 */
export function categoryOf(printed: string): Category {
  const folded = printed.toLowerCase();
  const exact = BY_CODE.get(folded);
  if (exact !== undefined) return exact;
  const sharing = BY_PART.get(folded) ?? [];
  const [only] = sharing;
  if (only !== undefined && sharing.length === 1) return only;
  return { code: printed, candidates: sharing.map((category) => category.code) };
}

/** Whether arXiv has the code, in full or by its last part, spelled just so: case counts here. */
export function isCategoryCode(printed: string): boolean {
  const { code, candidates } = categoryOf(printed);
  return [code, ...candidates].some((full) => BY_CODE.has(full.toLowerCase()) && isSpelled(full, printed));
}

function isSpelled(full: string, printed: string): boolean {
  return full === printed || lastPart(full) === printed;
}

function lastPart(code: string): string {
  return code.slice(code.indexOf('.') + 1);
}

function byLastPart(): ReadonlyMap<string, readonly Category[]> {
  const parts = new Map<string, Category[]>();
  for (const category of ARXIV_CATEGORIES) {
    const part = lastPart(category.code).toLowerCase();
    parts.set(part, [...(parts.get(part) ?? []), category]);
  }
  return parts;
}

function divided(): Category[] {
  return Object.entries(DIVIDED).flatMap(([archive, table]) =>
    table.split(';').map((row) => {
      const [part = '', ...name] = row.trim().split(/\s+/);
      return { code: `${archive}.${part}`, name: name.join(' '), archive, candidates: [] };
    }),
  );
}

function undivided(): Category[] {
  return Object.entries(UNDIVIDED).map(([archive, name]) => ({ code: archive, name, archive, candidates: [] }));
}
