import {relative, sep} from 'node:path';
import {layerProblem} from './layers.ts';

/** The little that these rules need of a linter's syntax tree. */
interface SyntaxNode {
  readonly type: string;
}
interface TemplatePart extends SyntaxNode {
  readonly value: {readonly raw: string};
}
interface Source extends SyntaxNode {
  readonly value?: unknown;
  readonly quasis?: readonly TemplatePart[];
}
interface Importing extends SyntaxNode {
  readonly source: Source | null;
}
interface RuleContext {
  readonly filename: string;
  readonly cwd: string;
  report(problem: {readonly node: SyntaxNode; readonly message: string}): void;
}

/** The path that an import names; of a template literal, what it begins with. */
function specifierOf({value, quasis}: Source): string | undefined {
  return typeof value === 'string' ? value : quasis?.[0]?.value.raw;
}

const layers = {
  create(context: RuleContext) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const check = ({source}: Importing): void => {
      const specifier = source ? specifierOf(source) : undefined;
      const message = specifier === undefined ? undefined : layerProblem(file, specifier);
      if (source && message !== undefined) context.report({node: source, message});
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const markupBinding = /[\s.](?:innerHTML|outerHTML|srcdoc)\s*=/i;

const noMarkupBinding = {
  create: (context: RuleContext) => ({
    TemplateElement(node: TemplatePart): void {
      if (markupBinding.test(node.value.raw)) {
        context.report({node, message: 'A template must not bind markup: render it as a template.'});
      }
    },
  }),
};

export default {meta: {name: 'house'}, rules: {layers, 'no-markup-binding': noMarkupBinding}};
