import type {Decorator} from '@storybook/web-components-vite';
import {action} from 'storybook/actions';
import manifest from 'virtual:elements-manifest';

/** The events of all elements. */
const names = new Set(
  manifest.modules
    .flatMap(({declarations = []}) =>
      declarations.flatMap((declaration) => ('events' in declaration ? (declaration.events ?? []) : [])),
    )
    .map(({name}) => name),
);

/** What an event tells, beside what every event does. */
const told = (event: Event): object => Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'isTrusted'));

const listeners = [...names].map((name) => [name, (event: Event): void => void action(name)(told(event))] as const);

/** Shows the elements' events in the actions panel. */
export const events: Decorator = (story, {canvasElement}) => {
  for (const [name, listener] of listeners) canvasElement.addEventListener(name, listener);
  return story();
};
