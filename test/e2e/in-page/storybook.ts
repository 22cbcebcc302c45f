type Listener = (payload: unknown) => void;

/** What stories and their surroundings tell each other by, as far as it is used here. */
interface Channel {
  on(event: string, listener: Listener): void;
  off(event: string, listener: Listener): void;
  emit(event: string, payload: unknown): void;
}

interface Preview {
  ready(): Promise<unknown>;
}

const has = <Name extends string>(value: unknown, ...names: readonly Name[]): value is Record<Name, unknown> =>
  typeof value === 'object' && value !== null && names.every((name) => name in value);

const isChannel = (value: unknown): value is Channel => has(value, 'on', 'off', 'emit');
const isPreview = (value: unknown): value is Preview => has(value, 'ready');

/** By the names that Storybook's own tools find them by. */
const parts = (): readonly [unknown, unknown] => [
  Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__'),
  Reflect.get(globalThis, '__STORYBOOK_PREVIEW__'),
];

export function isThere(): boolean {
  const [channel, preview] = parts();
  return isChannel(channel) && isPreview(preview);
}

function channelOf(): Channel {
  const [channel] = parts();
  if (isChannel(channel)) return channel;
  throw new Error('Storybook is not there');
}

/** What the toolbar and axe are told, before there is a story to render again with it. */
export async function set(globals: Readonly<Record<string, string>>): Promise<void> {
  const [, preview] = parts();
  if (isPreview(preview)) await preview.ready();
  // Axe judges each story in a test of its own.
  channelOf().emit('updateGlobals', {globals: {...globals, a11y: {manual: true}}});
}

const failures = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'];

const told = (payload: unknown): string => String(has(payload, 'message') ? payload.message : payload);

/** How a story is finished: rendered, played, and all done that is to be done after that. */
const statusOf = (payload: unknown, id: string): unknown =>
  has(payload, 'storyId', 'status') && payload.storyId === id ? payload.status : undefined;

/** Shows another story; resolves once it is rendered, played and settled, and rejects where that fails. */
export function show(id: string): Promise<void> {
  const channel = channelOf();
  const complaints: string[] = [];
  const complain: Listener = (payload) => void complaints.push(told(payload));
  for (const name of failures) channel.on(name, complain);
  return new Promise((resolve, reject) => {
    const finish: Listener = (payload) => {
      const status = statusOf(payload, id);
      if (status === undefined) return;
      channel.off('storyFinished', finish);
      for (const name of failures) channel.off(name, complain);
      if (status === 'success') resolve();
      else reject(new Error(`${id} failed: ${complaints.join('; ')}`));
    };
    channel.on('storyFinished', finish);
    channel.emit('setCurrentStory', {storyId: id, viewMode: 'story'});
  });
}
