/** A block of code in Markdown, without its indentation. */
export interface CodeBlock {
  /** After the fence; empty where none is said. */
  readonly language: string;
  readonly lines: readonly string[];
}

const fence = /^```(\w*)$/;
const indented = /^ {4}(.*)$/;

/** The blocks of a document, indented by four spaces or between fences. */
export function codeBlocks(document: string): CodeBlock[] {
  const blocks: { language: string; lines: string[] }[] = [];
  let open: { language: string; lines: string[] } | null = null;
  let isFenced = false;
  const begin = (language: string) => {
    open = { language, lines: [] };
    blocks.push(open);
    return open;
  };
  for (const line of document.split('\n')) {
    const [, language] = fence.exec(line) ?? [];
    if (language !== undefined) {
      isFenced = !isFenced;
      open = isFenced ? begin(language) : null;
    } else if (isFenced) open?.lines.push(line);
    else {
      const [, code] = indented.exec(line) ?? [];
      if (code === undefined) open = null;
      else (open ?? begin('')).lines.push(code);
    }
  }
  return blocks;
}

/** The lines of a block as a shell reads them: those that go on are one. */
export function logicalLines({ lines }: CodeBlock): string[] {
  return lines
    .join('\n')
    .replace(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .filter(Boolean);
}
