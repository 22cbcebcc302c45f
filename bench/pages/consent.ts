/** What the bench's petition asks its signers to agree to. The hand-written widget knows it by heart. */
export const consent = {
  name: 'processing',
  textId: 'processing-1',
  text: 'Clean Water may keep what I hand in, to present it to the ministry.',
} as const;
