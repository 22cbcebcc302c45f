import type {TestRunnerPlugin} from '@web/test-runner';
import {replacementOf} from '../../build/markdown-parser.ts';

/** Serves the parser of Markdown to the tests with what it has in a bundle. */
export const markdownParser: TestRunnerPlugin = {
  name: 'markdown-parser',
  resolveImport({source, context}) {
    const replacement = replacementOf(source, context.path);
    return replacement === undefined ? undefined : `/${replacement}`;
  },
};
