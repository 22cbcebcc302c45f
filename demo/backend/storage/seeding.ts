import type {Organization, PetitionDefinition} from '../petitions/petition-definition.ts';
import type {Seed} from '../petitions/seed.ts';
import type {CountRevision} from './counts.ts';
import type {Database, Transaction} from './database.ts';
import {announceCounts, revisionOf} from './totals.ts';

/** Times are compared as texts, so all of them have one form. */
export const sortableTime = (time: string): string => new Date(time).toISOString();

/**
 * Puts petitions in, or renews their definitions. Processes that start at once take turns.
 * @returns the counts after it, also of those that it left as they were
 */
export function putSeed(database: Database, {organization, petitions}: Seed, at: Date): Promise<CountRevision[]> {
  return database.transactAlone('seed', async (transaction) => {
    await putOrganization(transaction, organization);
    const counts: CountRevision[] = [];
    for (const petition of petitions) {
      counts.push(await putPetition(transaction, petition, organization.id, at));
      putConsentTexts(transaction, petition, at);
    }
    announceCounts(transaction, counts);
    return counts;
  });
}

async function putOrganization(transaction: Transaction, organization: Organization): Promise<void> {
  await transaction.run(
    `INSERT INTO organization (id, definition) VALUES (:id, :definition)
     ON CONFLICT (id) DO UPDATE SET definition = excluded.definition`,
    {id: organization.id, definition: JSON.stringify(organization)},
  );
}

async function putPetition(
  transaction: Transaction,
  petition: PetitionDefinition,
  organization: string,
  at: Date,
): Promise<CountRevision> {
  const row = await transaction.first(
    `INSERT INTO petition
       (id, organization_id, status, published_at, closes_at, goal, brought_in, total, counted_at, definition)
     VALUES (:id, :organization, :status, :publishedAt, :closesAt, :goal, :broughtIn, :broughtIn, :at, :definition)
     ON CONFLICT (id) DO UPDATE SET
       organization_id = excluded.organization_id, status = excluded.status, published_at = excluded.published_at,
       closes_at = excluded.closes_at, goal = excluded.goal, definition = excluded.definition,
       brought_in = excluded.brought_in,
       total = petition.total + excluded.brought_in - petition.brought_in,
       revision = CASE
         WHEN excluded.brought_in = petition.brought_in AND excluded.goal IS NOT DISTINCT FROM petition.goal
         THEN petition.revision ELSE petition.revision + 1 END,
       counted_at = CASE WHEN excluded.brought_in = petition.brought_in
         THEN petition.counted_at ELSE excluded.counted_at END
     RETURNING id, total, goal, counted_at, revision`,
    {
      id: petition.id,
      organization,
      status: petition.status,
      publishedAt: sortableTime(petition.publishedAt),
      closesAt: petition.closesAt === undefined ? null : sortableTime(petition.closesAt),
      goal: petition.goal ?? null,
      broughtIn: petition.broughtIn,
      at: at.toISOString(),
      definition: JSON.stringify(petition),
    },
  );
  return revisionOf(row);
}

function putConsentTexts(transaction: Transaction, petition: PetitionDefinition, at: Date): void {
  transaction.write(
    `INSERT INTO consent_text (petition_id, consent, text_id, texts, since)
     VALUES (:petition, :consent, :textId, :texts, :since) ON CONFLICT DO NOTHING`,
    petition.form.consents.map((consent) => ({
      petition: petition.id,
      consent: consent.name,
      textId: consent.textId,
      texts: JSON.stringify(consent.text),
      since: at.toISOString(),
    })),
  );
}
