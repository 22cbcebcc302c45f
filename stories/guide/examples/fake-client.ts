import type {Count, Petition, PetitionClient, Result, Signature, SignAnswer} from 'petition-widgets';

const petition: Petition = {
  id: 'street-trees',
  url: 'https://www.example.org/street-trees',
  status: 'open',
  organization: {id: 'seven-bridges', name: 'Seven Bridges'},
  publishedAt: '2026-03-01T00:00:00Z',
  targets: [{name: 'The city council'}],
  lang: 'en',
  languages: ['en'],
  title: 'Keep the trees on Mill Street',
  summary: 'Eleven trees are to be felled for parking.',
  body: '',
  count: {total: 41, asOf: '2026-03-02T00:00:00Z'},
  form: {
    fields: [{name: 'email', required: true}],
    consents: [],
    privacyUrl: 'https://www.example.org/privacy',
    confirmation: 'none',
  },
};

/** A backend that is not there: it has one petition, and keeps what it takes by its key. */
export class FakeClient implements PetitionClient {
  readonly taken = new Map<string, Signature>();

  async petition(id: string): Promise<Result<Petition>> {
    return {ok: true, value: {...petition, id, count: this.#count}};
  }

  async count(): Promise<Result<Count>> {
    return {ok: true, value: this.#count};
  }

  async sign(_id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    this.taken.set(key, signature);
    return {ok: true, value: {status: 'counted', count: this.#count}};
  }

  async challenge(): Promise<Result<never>> {
    return {ok: false, problem: {slug: 'failed', retryable: false, errors: []}};
  }

  get #count(): Count {
    return {total: petition.count.total + this.taken.size, asOf: new Date().toISOString()};
  }
}
