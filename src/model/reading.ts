/** So long (ms) a number has to be seen before it is followed: what has just come is true, and many a reader soon leaves. */
export const longLook = 5_000;

/** How long (ms) somebody reads before what they may come to need is fetched without being asked for. */
export const longReading = 10_000;
