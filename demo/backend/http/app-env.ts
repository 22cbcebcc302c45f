import type {HttpBindings} from '@hono/node-server';

/** What travels with a request through the routes. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: {
    /** `{backend}`: this backend's own address, without a slash at its end. */
    backend: string;
    /** The origins that may read the answer, where not every one may. */
    allowedOrigins?: readonly string[] | undefined;
  };
}
