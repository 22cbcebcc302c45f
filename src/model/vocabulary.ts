/** The protocol's closed sets of words. */

/** What a petition's life is: it takes signatures only while `open`. */
export const petitionStatuses = ['open', 'closed', 'victory'] as const;
export type PetitionStatus = (typeof petitionStatuses)[number];

export const linkKinds = ['news', 'video', 'document'] as const;

export const fieldErrorCodes = ['required', 'invalid', 'too-long', 'not-allowed'] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

/** What a field of the petition's own holds. */
export const fieldTypes = ['text', 'number', 'date', 'select', 'checkbox'] as const;
export type FieldType = (typeof fieldTypes)[number];

export const consentKinds = ['checkbox', 'yes-no'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** How the public list shows a signer. */
export const listings = ['unlisted', 'initials', 'name'] as const;
export type Listing = (typeof listings)[number];
