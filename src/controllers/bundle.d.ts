/** All the code of a worker, with what it imports, as the text of one classic script. */
declare module '*.bundle' {
  const code: string;
  export default code;
}
