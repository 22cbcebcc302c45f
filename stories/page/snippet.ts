const script = `<script async src="https://petitions.example.org/embed.js"
        data-backend="https://petitions.example.org"></script>`;

/** What Lit notes in its templates, which is no concern of who pastes them. */
const notes = /<!--.*?-->/gs;

/** A story's HTML, ready to paste into a page that has no script of ours as yet. Storybook hands some of it in twice. */
export const snippet = (code: string): string => {
  if (code.startsWith(script)) return code;
  const lines = code.replaceAll(notes, '').replaceAll('=""', '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  const markup = lines.map((line) => line.slice(indent).trimEnd()).filter((line) => line !== '');
  return [script, ...markup].join('\n');
};
