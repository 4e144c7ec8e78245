/** What LaTeX commands print, by name: accents, letters and symbols that occur in bibliographies. */

/** Accent commands and the combining mark each puts on the letter after it. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['"', '\u0308'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['r', '\u030a'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['d', '\u0323'],
  ['b', '\u0331'],
  ['t', '\u0361'],
  ['h', '\u0309'],
  ['f', '\u0311'],
  ['G', '\u030f'],
  ['U', '\u030e'],
  ['textcommabelow', '\u0326'],
  ['textcommaabove', '\u0313'],
  ['textogonekcentered', '\u0328'],
  ['capitalogonek', '\u0328'],
  ['capitalcedilla', '\u0327'],
  ['capitalcaron', '\u030c'],
  ['capitalacute', '\u0301'],
  ['capitaldieresis', '\u0308'],
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['hat', '\u0302'],
  ['tilde', '\u0303'],
  ['ddot', '\u0308'],
  ['bar', '\u0304'],
  ['dot', '\u0307'],
  ['breve', '\u0306'],
  ['check', '\u030c'],
  ['mathring', '\u030a'],
]);

/** `name printed`, one pair a line or several; `_` prints a space and `0` nothing. */
const PAIRS = String.raw`
  ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ imath ı jmath ȷ
  dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ij ĳ IJ Ĳ textschwa ə textezh ʒ oldstyle 0
  textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
  textquotesingle ' textquotedbl " quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright »
  guilsinglleft ‹ guilsinglright › flqq « frqq » glqq „ grqq “ lq ‘ rq ’ og « fg »
  textbackslash \ backslash \ textasciitilde ~ textasciicircum ^ textunderscore _underscore textbar | textless < textgreater >
  textbraceleft { textbraceright } lbrace { rbrace } textdollar $ textasciigrave ${'`'} textasteriskcentered *
  dots … ldots … textellipsis … cdots ⋯ S § P ¶ textsection § textparagraph ¶ copyright © textcopyright ©
  textregistered ® texttrademark ™ pounds £ textsterling £ euro € texteuro € EUR € yen ¥ textyen ¥ textcent ¢
  textdegree ° degree ° textmu µ textordfeminine ª textordmasculine º textexclamdown ¡ textquestiondown ¿
  textperiodcentered · textbullet • bullet • dag † ddag ‡ textdagger † textdaggerdbl ‡ slash / textonehalf ½
  textonequarter ¼ textthreequarters ¾ textnumero № numero № Dash — dash – emdash — endash – hyphen -
  cyrchar 0 textvisiblespace _ quad _ qquad _ space _ newline _ par _ enspace _ enskip _ thinspace _ nobreakspace _
  linebreak _ bigskip _ smallskip _ medskip _ and & amp & lt < gt > percent %
  TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX MF METAFONT MP MetaPost TUB TUGboat
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
  nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  textalpha α textbeta β textgamma γ textdelta δ textmugreek μ textomega ω
  infty ∞ times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼
  simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ in ∈ notin ∉ ni ∋ cup ∪ cap ∩
  emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ otimes ⊗ perp ⊥ parallel ∥
  rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ longrightarrow ⟶ mapsto ↦
  uparrow ↑ downarrow ↓ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ oint ∮ surd √ sqrt √ angle ∠ prime ′ ell ℓ hbar ℏ Re ℜ
  Im ℑ aleph ℵ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ mid | setminus ∖ dagger † ddagger ‡
  models ⊨ vdash ⊢ top ⊤ bot ⊥ Box □ square □ diamond ⋄ triangle △ colon : sharp ♯ flat ♭ natural ♮
  sin sin cos cos tan tan log log ln ln exp exp lim lim max max min min sup sup inf inf det det dim dim ker ker mod mod
`;

const WORDS_FOR_PRINTED: Readonly<Record<string, string>> = { _: ' ', '0': '', _underscore: '_' };

/** What commands without an argument print. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Array.from(PAIRS.matchAll(/(\S+)\s+(\S+)/g), ([, name = '', printed = '']): [string, string] => [
    name,
    WORDS_FOR_PRINTED[printed] ?? printed,
  ]),
);

/** How many groups after the command are not for reading. */
export const DROPPED_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['href', 1],
  ['textcolor', 1],
  ['color', 1],
  ['colorbox', 1],
  ['label', 1],
  ['hspace', 1],
  ['vspace', 1],
  ['begin', 1],
  ['end', 1],
  ['noopsort', 1],
  ['NOOPSORT', 1],
  ['SortNoop', 1],
  ['noop', 1],
  ['noopSort', 1],
  ['fontsize', 2],
  ['foreignlanguage', 1],
  ['selectlanguage', 1],
  ['raisebox', 1],
]);

/** Commands in capitals that change how text looks and stand for no name. */
export const SILENT: ReadonlySet<string> = new Set(['LARGE', 'MakeUppercase', 'MakeLowercase', 'MakeTextUppercase']);
