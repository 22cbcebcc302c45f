/** What a petition's life is: it takes signatures only while `open`. */
export const petitionStatuses = ['open', 'closed', 'victory'] as const;
export type PetitionStatus = (typeof petitionStatuses)[number];

export const linkKinds = ['news', 'video', 'document'] as const;

export const acceptsSignatures = (status: PetitionStatus): boolean => status === 'open';
