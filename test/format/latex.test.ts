import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decodeLatex } from '../../src/format/text/latex.ts';
import { encodeLatex } from '../../src/format/write/bibtex.ts';

const decoded = (cases: Readonly<Record<string, string>>): void => {
  for (const [latex, text] of Object.entries(cases)) expect(decodeLatex(latex), latex).toBe(text);
};

describe('LaTeX becomes the text it prints', () => {
  test('accents in every spelling', () => {
    for (const spelling of ['\\"o', '\\"{o}', '{\\"o}', '{\\"{o}}', '\\" o', '{{\\"o}}']) decoded({ [spelling]: 'ö' });
    for (const spelling of ["\\'{\\i}", "\\'\\i", "{\\'\\i}", "\\'i", "\\'{i}", "{\\'{\\i}}"])
      decoded({ [spelling]: 'í' });
    decoded({
      '\\c c': 'ç',
      '\\c{s}': 'ş',
      '\\v{s}': 'š',
      '\\v s': 'š',
      'Erd{\\H o}s': 'Erdős',
      '\\k{a}': 'ą',
      '\\r a': 'å',
      '\\u{g}': 'ğ',
      '\\=a': 'ā',
      '\\.I': 'İ',
      '\\d{h}': 'ḥ',
      "\\'\\^a": 'ấ',
      "\\'{\\AE}": 'Ǽ',
      '\\v{\\j}': 'ǰ',
      "Ji\\v{r}\\'{\\i}": 'Jiří',
    });
  });

  test('letters of other alphabets', () => {
    decoded({
      'Stra\\ss e': 'Straße',
      '{\\AA}ngstr{\\"o}m': 'Ångström',
      '\\ae \\oe \\l \\o \\i \\j': 'æœłøıȷ',
      "{\\L}\\'od\\'z": 'Łódź',
      '\\dh\\th\\dj\\ng': 'ðþđŋ',
      "\\char'101\\char66": 'AB',
    });
  });

  test('dashes, quotes, spaces and signs', () => {
    decoded({
      'a---b--c-d': 'a—b–c-d',
      "``quoted'' and `single' but O'Brien": "“quoted” and ‘single’ but O'Brien",
      'Knuth~D.\\ E.\\,F': 'Knuth D. E. F',
      '\\& \\% \\_ \\# \\$': '& % _ # $',
      '50% of a_b^c': '50% of a_b^c',
      '\\~{}home': '~home',
    });
  });

  test('math without its signs, and a lone dollar as money', () => {
    decoded({ '$n^2$ in H$_2$O': 'n2 in H2O', '$\\alpha$-conversion': 'α-conversion', 'It costs $5': 'It costs $5' });
  });

  test('commands go, their arguments stay, and what is not for reading goes', () => {
    decoded({
      '\\textit{foo \\emph{bar}} {\\em baz}': 'foo bar baz',
      '\\unknown{kept}': 'kept',
      '\\href{http://looms.example}{a text}': 'a text',
      '\\noopsort{1973a}Foo': 'Foo',
      '{\\METAFONT} and \\AmSTeX{}': 'METAFONT and AmSTeX',
    });
  });

  test('in linear time, whatever it holds', () => {
    const began = performance.now();
    for (const part of ['{', '}', '\\', "\\'", '$', '`', '\\href{', '\\char', '-', '\\foo[', '\\v ']) {
      decodeLatex(part.repeat(200_000));
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('and text that was written comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/\s+/g, ' ').trim();
        expect(decodeLatex(encodeLatex(plain))).toBe(plain);
      }),
    );
    for (const sign of ["''", '``', '---', '-----', '\\{}$&#^_~%"', "o'''", '$a$ ^b']) {
      expect(decodeLatex(encodeLatex(sign))).toBe(sign);
    }
  });
});
