import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {layerProblem} from '../support/lint/layers.ts';

const layers = [
  'embed',
  'define',
  'index',
  'elements',
  'controllers',
  'styles',
  'backend',
  'i18n',
  'model',
  'internal',
];

/** What may be imported, by who imports it; all else may not. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  embed: ['define', 'elements', 'styles', 'controllers', 'backend', 'i18n', 'model', 'internal'],
  define: ['elements', 'controllers', 'backend', 'i18n', 'model', 'internal'],
  index: ['elements', 'controllers', 'backend', 'i18n', 'model', 'internal'],
  elements: ['controllers', 'styles', 'backend', 'i18n', 'model', 'internal'],
  controllers: ['backend', 'i18n', 'model', 'internal'],
  styles: [],
  backend: ['model', 'internal'],
  i18n: ['model', 'internal'],
  model: ['internal'],
  internal: [],
};

const pairs = layers.flatMap((from) => layers.filter((to) => to !== from).map((to) => [from, to] as const));
const isAllowed = (from: string, to: string): boolean => allowed[from]?.includes(to) ?? false;

describe('the import rule', () => {
  it.each(pairs.filter(([from, to]) => isAllowed(from, to)))('lets %s import %s', (from, to) => {
    expect(layerProblem(`src/${from}/a.ts`, `../${to}/b.ts`)).toBe(undefined);
  });

  it.each(pairs.filter(([from, to]) => !isAllowed(from, to)))('stops %s from importing %s', (from, to) => {
    expect(layerProblem(`src/${from}/a.ts`, `../${to}/b.ts`)).toContain(`${from} must not import ${to}`);
  });

  it.each([
    ['src/embed.ts', './define/petition-card.ts'],
    ['src/index.ts', './elements/petition-card/petition-card.ts'],
    ['src/define/petition-campaign.ts', './petition-card.ts'],
    ['src/elements/petition-card/petition-card.ts', './petition-card.styles.ts'],
    ['src/elements/petition-card/petition-card.ts', '../base/petition-element.ts'],
    ['src/elements/petition-card/parts/head.ts', '../../../styles/tokens.ts'],
    ['src/elements/petition-card/petition-card.ts', 'lit'],
    ['src/i18n/texts.ts', './catalogues/en.json'],
    ['demo/backend/routes/petitions.ts', '../../../src/model/petition.ts'],
    ['demo/backend/server.ts', '../../src/backend/wire.ts'],
    ['demo/backend/server.ts', '../../src/backend/wire-confirmation.ts'],
    ['demo/backend/server.ts', 'node:http'],
    ['stories/petition-card.stories.ts', '../src/define/petition-card.ts'],
    ['test/unit/petition.test.ts', '../../src/model/petition.ts'],
  ])('lets %s import %s', (file, specifier) => {
    expect(layerProblem(file, specifier)).toBe(undefined);
  });

  it.each([
    ['src/elements/petition-card/petition-card.ts', '../petition-counter/petition-counter.ts'],
    ['src/elements/base/petition-element.ts', '../petition-card/petition-card.ts'],
    ['src/elements/petition-card/parts/head.ts', '../../petition-counter/petition-counter.ts'],
    ['src/controllers/count-poll.ts', '../styles/tokens.ts'],
    ['src/index.ts', './define/petition-card.ts'],
    ['src/index.ts', './embed.ts'],
    ['src/define/petition-card.ts', '../embed.ts'],
    ['src/model/petition.ts', '../helpers/text.ts'],
    ['src/helpers/text.ts', '../model/petition.ts'],
    ['src/model/petition.ts', '../../demo/backend/server.ts'],
    ['src/elements/petition-card/petition-card.ts', '../../../test/support/dom.ts'],
    ['src/elements/petition-card/petition-card.ts', '../../../stories/petition-card.stories.ts'],
    ['src/backend/http-client.ts', 'node:http'],
    ['src/controllers/count-poll.ts', 'petition-widgets/define'],
    ['demo/backend/server.ts', '../../src/backend/http-client.ts'],
    ['demo/backend/routes/petitions.ts', '../../../src/i18n/texts.ts'],
    ['demo/backend/server.ts', '../../src/index.ts'],
  ])('stops %s from importing %s', (file, specifier) => {
    expect(layerProblem(file, specifier)).toBeTypeOf('string');
  });
});

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the linter', () => {
  let project = '';

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'layers-'));
    write('.oxlintrc.json', {
      jsPlugins: [join(root, 'test/support/lint/plugin.ts')],
      rules: {'house/layers': 'error', 'house/no-markup-binding': 'error'},
    });
  });

  afterEach(() => {
    rmSync(project, {recursive: true});
  });

  function write(path: string, content: unknown): void {
    const file = join(project, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }

  function lint(): {failed: boolean; report: string} {
    const {status, stdout} = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint')], {
      cwd: project,
      encoding: 'utf8',
    });
    return {failed: status !== 0, report: stdout};
  }

  it.each([
    ['a static import', "import {total} from '../elements/a/a.ts';\nexport const twice = total * 2;"],
    ['an import for its effects', "import '../elements/a/a.ts';"],
    ['a type import', "import type {Total} from '../elements/a/a.ts';\nexport type Twice = [Total, Total];"],
    ['an inline type import', "export type Twice = import('../elements/a/a.ts').Total;"],
    ['a dynamic import', "export const load = () => import('../elements/a/a.ts');"],
    ['a dynamic import by template', 'export const load = (name: string) => import(`../elements/${name}.ts`);'],
    ['an export', "export {total} from '../elements/a/a.ts';"],
    ['an export of all', "export * from '../elements/a/a.ts';"],
  ])('reports %s against the rule', (_kind, code) => {
    write('src/model/planted.ts', code);
    const {failed, report} = lint();
    expect(failed).toBe(true);
    expect(report).toContain('model must not import elements');
  });

  it('reports a binding of markup in a template', () => {
    write('src/elements/a/a.ts', 'export const render = (text: string) => html`<p .innerHTML=${text}></p>`;');
    expect(lint().report).toContain('must not bind markup');
  });

  it('lets pass what keeps the rule', () => {
    write('src/elements/a/a.ts', "import {total} from '../../model/a.ts';\nexport const twice = total * 2;");
    expect(lint().failed).toBe(false);
  });
});
