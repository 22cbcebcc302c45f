/** What the analytics of a site's own are called by. */
interface Window {
  readonly _paq?: {push(call: readonly unknown[]): void};
  readonly plausible?: {
    (event: string, options?: {readonly props?: Readonly<Record<string, string>>}): void;
    init(options: {
      readonly transformRequest: (request: {readonly u: string; readonly r?: string | null}) => object;
    }): void;
  };
  readonly gtag?: (
    command: 'config' | 'event',
    name: string,
    values: Readonly<Record<string, string | boolean | undefined>>,
  ) => void;
}
