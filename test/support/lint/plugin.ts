import {dirname, join, relative, sep} from 'node:path';
import {catalogueProblems, readCatalogues} from './catalogues.ts';
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
interface NamedNode extends SyntaxNode {
  readonly name?: string;
  readonly value?: unknown;
}
interface TypeNode extends SyntaxNode {
  readonly literal?: {readonly value: unknown};
  readonly types?: readonly TypeNode[];
}
interface Member extends SyntaxNode {
  readonly key?: NamedNode;
  readonly typeAnnotation?: {readonly typeAnnotation: TypeNode};
}
interface Interface extends SyntaxNode {
  readonly id: {readonly name: string};
  readonly body: {readonly body: readonly Member[]};
}
interface Tagged extends SyntaxNode {
  readonly tag: NamedNode;
  readonly quasi: {readonly quasis: readonly TemplatePart[]};
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

/** The literals of a type such as `'total' | 'goal'`. */
const literalsOf = ({literal, types}: TypeNode): readonly string[] =>
  literal ? [String(literal.value)] : (types ?? []).flatMap(literalsOf);

const memberOf = ({key, typeAnnotation}: Member): [string, readonly string[]] => [
  key?.name ?? String(key?.value),
  typeAnnotation ? literalsOf(typeAnnotation.typeAnnotation) : [],
];

/** Holds the catalogues beside a file to what its interface `Placeholders` says, and to English. */
const catalogues = {
  create: (context: RuleContext) => ({
    TSInterfaceDeclaration(node: Interface): void {
      if (node.id.name !== 'Placeholders') return;
      const declared = new Map(node.body.body.map(memberOf));
      const found = readCatalogues(join(dirname(context.filename), 'catalogues'));
      const english = found.get('en') ?? {};
      for (const [locale, catalogue] of found) {
        for (const problem of catalogueProblems(locale, catalogue, english, declared)) {
          context.report({node, message: `catalogues/${locale}.json: ${problem}.`});
        }
      }
    },
  }),
};

/** Properties and values that have a side of the page instead of the line's. */
const physical = new RegExp(
  [
    String.raw`(?<![\w-])(?:margin|padding|scroll-margin|scroll-padding|border)-(?:top|right|bottom|left)(?:-\w+)*\s*:`,
    String.raw`(?<![\w-])(?:top|right|bottom|left|(?:min-|max-)?(?:width|height))\s*:`,
    String.raw`(?<![\w-])(?:text-align|float|clear|justify-[a-z]+|\w+-position|transform-origin)\s*:[^;]*\b(?:left|right)\b`,
    String.raw`\btranslateX\(`,
    String.raw`(?<![\w-])(?:margin|padding|inset)\s*:\s*[^\s;()]+\s+([^\s;()]+)\s+[^\s;()]+\s+(?!\1\s*[;!])[^\s;()]+\s*[;!]`,
  ].join('|'),
);

/** Styles are written for both directions. Media queries have no other words than `width`. */
const logicalStyles = {
  create: (context: RuleContext) => ({
    TaggedTemplateExpression({tag, quasi}: Tagged): void {
      if (tag.name !== 'css') return;
      for (const node of quasi.quasis) {
        const [found] = physical.exec(node.value.raw.replaceAll(/@[^{]*\{/g, '')) ?? [];
        if (found)
          context.report({node, message: `“${found}” has no side in one of the directions: use a logical property.`});
      }
    },
  }),
};

export default {
  meta: {name: 'house'},
  rules: {catalogues, layers, 'logical-styles': logicalStyles, 'no-markup-binding': noMarkupBinding},
};
