import {getTsProgram, typeParserPlugin} from '@wc-toolkit/type-parser';

/*
 * JavaScript, as the analyzer brings a compiler of its own, whose types are not those of the project's.
 */

/** The tag of a class, which its file tells the type checker. */
function nameTags({ts, node, moduleDoc}) {
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'HTMLElementTagNameMap') return;
  for (const {name, type} of node.members) {
    const declaration = moduleDoc.declarations.find((each) => each.name === type.getText());
    if (declaration) Object.assign(declaration, {tagName: name.text, customElement: true});
  }
}

/** What the browser calls, and nobody else. */
const lifecycle = new Set(['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback']);

const isPublic = ({name, privacy = 'public', static: isStatic = false}) =>
  !isStatic && privacy === 'public' && !name.startsWith('#') && !lifecycle.has(name);

/** Leaves what is nobody's business out of it. */
function keepPublicFace({customElementsManifest}) {
  for (const declaration of customElementsManifest.modules.flatMap(({declarations}) => declarations)) {
    declaration.members = declaration.members?.filter(isPublic);
    // The first argument of an event's constructor is taken for an event's name, too.
    declaration.events = declaration.events?.filter(({name}) => name?.includes('-'));
  }
}

/** What of the Custom Elements Manifest can't be read off the elements' files by themselves. */
export default {
  globs: [
    'src/elements/petition-*/petition-*.ts',
    'src/elements/base/petition-element.ts',
    'src/elements/base/events.ts',
  ],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  overrideModuleCreation({ts, globs}) {
    const program = getTsProgram(ts, globs, 'tsconfig.json');
    return program.getSourceFiles().filter(({fileName}) => globs.some((file) => fileName.includes(file)));
  },
  plugins: [
    {name: 'tag-names', analyzePhase: nameTags},
    {name: 'public-face', packageLinkPhase: keepPublicFace},
    typeParserPlugin(),
  ],
};
