/** Letters as TeX writes them: `Müller` is `M{\"u}ller`. */
const MARKS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
  '\u030C': 'v ',
  '\u0327': 'c ',
};
const LETTERS: Readonly<Record<string, string>> = { ø: '\\o', Ø: '\\O', ł: '\\l', Ł: '\\L', ß: '\\ss', ı: '\\i' };

export function withTexAccents(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (letter) => {
    const [base = '', mark = ''] = letter.normalize('NFD');
    const plain = LETTERS[letter];
    if (plain !== undefined) return `{${plain}}`;
    return MARKS[mark] === undefined ? letter : `{\\${MARKS[mark]}${base}}`;
  });
}
