import * as fc from 'fast-check';
import {afterEach, describe, expect, it, onTestFinished, vi} from 'vitest';
import * as v from 'valibot';
import {ProblemError} from '../../demo/backend/http/problems.ts';
import {readJson} from '../../demo/backend/http/json.ts';
import {storedAnswers} from '../../demo/backend/petitions/field-answers.ts';
import type {PetitionDefinition} from '../../demo/backend/petitions/petition-definition.ts';
import {petitionOf} from '../../demo/backend/petitions/petition-view.ts';
import {Challenges} from '../../demo/backend/signing/challenges.ts';
import {accept} from '../../demo/backend/signing/judge.ts';
import {openStorage} from '../../demo/backend/storage/open-storage.ts';
import type {AcceptedSignature, Storage} from '../../demo/backend/storage/storage.ts';
import {petitionSchema, type PetitionForm} from '../../src/backend/wire.ts';
import {signatureSchema} from '../../src/backend/wire-signing.ts';
import {loadFormatTables} from '../../src/controllers/format-tables.ts';
import {Answers} from '../../src/elements/petition-sign-form/answers.ts';
import {readSignature} from '../../src/elements/petition-sign-form/filled-form.ts';
import type {FieldError} from '../../src/model/outcome.ts';
import type {Signature} from '../../src/model/signature.ts';
import {judgeSignature, normalizeFields} from '../../src/model/validation.ts';
import {answersTo, type Entered} from './support/arbitrary-answers.ts';
import {languages, petitionDefinition} from './support/arbitrary-forms.ts';
import {expectProblem, testBackend} from './support/backend.ts';
import {databaseOf} from './support/databases.ts';
import {organization, petition} from './support/fixtures.ts';
import {folderOf} from './support/folders.ts';

/** One that is found to fail is run again by this and the path that fast-check tells: `{seed, path}`. */
const seed = Number(process.env['FORM_SEED'] ?? 20_261_122);
const runs = Number(process.env['FORM_RUNS'] ?? 1500);
const at = new Date();

const tables = await loadFormatTables([{name: 'phone'}, {name: 'postalCode'}]);

afterEach(() => vi.unstubAllGlobals());

interface Filled {
  readonly definition: PetitionDefinition;
  readonly form: PetitionForm;
  readonly entered: Entered;
  readonly lang: string;
  readonly page: string;
  readonly source: string | undefined;
}

/** A petition's form as it comes to a reader. */
function formIn(definition: PetitionDefinition, lang: string): PetitionForm {
  const count = {total: 0, asOf: at.toISOString()};
  const shown = petitionOf({definition, organization, count}, {lang, backend: 'https://backend.example', at});
  return v.parse(petitionSchema, JSON.parse(JSON.stringify(shown))).form;
}

const filledFrom = (definitions: fc.Arbitrary<PetitionDefinition>): fc.Arbitrary<Filled> =>
  fc.record({definition: definitions, lang: fc.constantFrom(...languages, 'de')}).chain(({definition, lang}) => {
    const form = formIn(definition, lang);
    return fc.record({
      definition: fc.constant(definition),
      form: fc.constant(form),
      lang: fc.constant(lang),
      entered: answersTo(form),
      page: fc.webUrl({withQueryParameters: true, withFragments: true, size: 'large'}),
      source: fc.option(fc.string({unit: 'binary', size: 'large'}), {nil: undefined}),
    });
  });

interface Judged {
  readonly signature: Signature;
  readonly errors: readonly FieldError[];
}

/** What the element makes of what is entered: what it would send, and what it finds to be wrong. */
function judgedByForm({form, entered, lang, page, source}: Filled): Judged {
  vi.stubGlobal('location', {href: page});
  vi.stubGlobal('document', {referrer: page});
  const answers = new Answers();
  for (const [name, text] of Object.entries(entered)) answers.set(name, text);
  const signature = readSignature(answers, form, {lang, source, tables});
  return {signature, errors: judgeSignature(form, signature.fields, signature.consents, tables)};
}

/** What became of a signature in the backend. */
type Verdict = {readonly accepted: AcceptedSignature} | {readonly refused: readonly FieldError[] | string};

async function judgedByBackend(
  definition: PetitionDefinition,
  signature: Signature,
  storage: Storage,
): Promise<Verdict> {
  const challenges = new Challenges({signature: 'a secret', key: 'another'});
  try {
    const sent = readJson(Buffer.from(JSON.stringify(signature)), signatureSchema);
    return {accepted: await accept(definition, sent, at, {storage, challenges})};
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return {refused: error.problem === 'invalid' ? (error.details.errors ?? []) : error.problem};
  }
}

describe('the form and the backend', () => {
  it('find the same to be wrong with what is entered, or nothing', {timeout: 60_000}, async () => {
    const dataDir = folderOf();
    const storage = await openStorage({dataDir, postgres: (await databaseOf(dataDir)).postgres});
    onTestFinished(() => storage.close());
    const tally = {accepted: 0, refused: 0};
    await fc.assert(
      fc.asyncProperty(filledFrom(petitionDefinition), async (filled) => {
        const {signature, errors} = judgedByForm(filled);
        const verdict = await judgedByBackend(filled.definition, signature, storage);
        if ('refused' in verdict) {
          tally.refused += 1;
          expect(verdict.refused).toEqual(errors);
        } else {
          tally.accepted += 1;
          expect(errors).toEqual([]);
          expect(verdict.accepted.fields).toEqual(storedAnswers(signature.fields, filled.definition.form.fields));
        }
      }),
      {seed, numRuns: runs},
    );
    // Both are to be seen often, or this shows nothing.
    expect(tally.accepted).toBeGreaterThan(runs / 5);
    expect(tally.refused).toBeGreaterThan(runs / 5);
  });

  it('agree over HTTP', {timeout: 60_000}, async () => {
    const samples = fc.sample(petitionDefinition, {seed, numRuns: 40});
    const definitions = samples.map(({texts, form}, index) => petition(`petition-${index}`, {texts, form}));
    const backend = await testBackend({petitions: definitions});
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(filledFrom(fc.constantFrom(...definitions)), async (filled) => {
        const {signature, errors} = judgedByForm(filled);
        const answer = await backend.sign(signature, {petition: filled.definition.id});
        statuses.add(answer.status);
        if (errors.length === 0) expect(answer.ok, String(answer.status)).toBe(true);
        else expect((await expectProblem(answer, 422, 'invalid')).errors).toEqual(errors);
      }),
      {seed, numRuns: 200},
    );
    expect(statuses).toEqual(new Set([201, 202, 422]));
  });

  it('change nothing of an answer that is as it should be', {timeout: 60_000}, () => {
    fc.assert(
      fc.property(filledFrom(petitionDefinition), ({form: {fields}, entered}) => {
        const once = normalizeFields(entered, fields, tables);
        expect(normalizeFields(once, fields, tables)).toEqual(once);
      }),
      {seed, numRuns: runs},
    );
  });
});
