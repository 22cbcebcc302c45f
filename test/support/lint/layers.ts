import {posix} from 'node:path';

/** What each layer of `src/` may import besides itself. A name is a folder or a file there. */
const model = ['internal'];
const services = ['model', ...model];
const controllers = ['backend', 'i18n', ...services];
const elements = ['controllers', ...controllers];

const layers: Readonly<Record<string, readonly string[]>> = {
  internal: [],
  model,
  backend: services,
  i18n: services,
  controllers,
  styles: [],
  elements: ['styles', ...elements],
  define: ['elements', ...elements],
  index: ['elements', ...elements],
  embed: ['define', 'elements', 'styles', ...elements],
};

const layerOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.ts$/, '');
const elementOf = (path: string): string => path.split('/')[2] ?? '';
const isInside = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

function betweenLayers(file: string, target: string): string | undefined {
  const [from, to] = [layerOf(file), layerOf(target)];
  const allowed = layers[from];
  if (!allowed) return `src/${from} has no place among the layers.`;
  if (from !== to) return allowed.includes(to) ? undefined : `${from} must not import ${to}: imports point down only.`;
  const [element, other] = [elementOf(file), elementOf(target)];
  return from === 'elements' && element !== other && other !== 'base'
    ? `The element ${element} must not import ${other}: elements compose by tag.`
    : undefined;
}

function outOfSource(file: string, target: string): string | undefined {
  return isInside(target, 'src') ? betweenLayers(file, target) : `src must not import ${target}: it ships alone.`;
}

const isWireSchema = (path: string): boolean => /^src\/backend\/wire(-\w+)*\.ts$/.test(path);

function outOfBackend(target: string): string | undefined {
  const shared = !isInside(target, 'src') || isInside(target, 'src/model') || isWireSchema(target);
  return shared ? undefined : `demo/backend must not import ${target}: only the model and the wire schemas are shared.`;
}

/**
 * Why `file` must not import `specifier`, or undefined if it may.
 * @param file relative to the project, with slashes
 */
export function layerProblem(file: string, specifier: string): string | undefined {
  const isRelative = /^\.\.?(\/|$)/.test(specifier);
  const inSource = isInside(file, 'src');
  if (!isRelative) {
    if (!inSource) return undefined;
    if (specifier.startsWith('node:')) return `src must not import ${specifier}: it runs in browsers.`;
    return /^petition-widgets(\/|$)/.test(specifier) ? 'src imports itself by relative paths.' : undefined;
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (inSource) return outOfSource(file, target);
  return isInside(file, 'demo/backend') ? outOfBackend(target) : undefined;
}
