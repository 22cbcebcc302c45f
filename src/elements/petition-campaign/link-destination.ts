/**
 * A link's destination as it was written: what makes a URL of it writes it as one. A bundle takes this in
 * the place of `mdurl/encode.js`, which would do the same before.
 */
export default (destination: string): string => destination;
