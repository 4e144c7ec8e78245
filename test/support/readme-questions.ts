/** The questions of a Markdown file: each ```graphql block with the ```json block that follows it. */
export interface Question {
  readonly document: string;
  readonly answer: unknown;
}

export function questionsOf(markdown: string): Question[] {
  const blocks = [...markdown.matchAll(/```(graphql|json)\n([\s\S]*?)```/g)].map(([, kind, text = '']) => ({
    kind,
    text,
  }));
  return blocks.flatMap(({ kind, text }, at) => {
    const next = blocks[at + 1];
    return kind === 'graphql' && next?.kind === 'json'
      ? [{ document: text, answer: JSON.parse(next.text) as unknown }]
      : [];
  });
}
