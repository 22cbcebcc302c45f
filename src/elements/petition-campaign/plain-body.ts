/** What means something in Markdown, wherever it stands. */
const marks = ['*', '_', '`', '<', '>', '&', '\\', '[', ']', '#', '~', '\t', '\r', '\0'];

/** What code, a list or the line below a heading may begin with, if not with a number. */
const beginnings: ReadonlySet<string> = new Set([' ', '=', '+', '-']);

const isNumbered = (line: string): boolean => line >= '0' && line < ':' && /^\d+[.)]/.test(line);

const isPlainLine = (line: string): boolean =>
  !line.endsWith(' ') && !beginnings.has(line.charAt(0)) && !isNumbered(line);

/** Whether a text is read as it is written, paragraph by paragraph, so that no parser is needed for it. */
export const isPlain = (body: string): boolean =>
  !marks.some((mark) => body.includes(mark)) && body.split('\n').every(isPlainLine);

const isSomething = (text: string): boolean => text.trim() !== '';

export const paragraphsOf = (body: string): readonly string[] => body.split('\n\n').filter(isSomething);

/** The paragraphs of a text and the items of its lists, as they were written. */
export const writtenLines = (body: string): readonly string[] =>
  body.split(/\n(?=\s*\n|[-*+] |\d+[.)] )/).filter(isSomething);
