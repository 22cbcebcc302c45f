/*
 * Plain JavaScript, so that a Node that cannot read TypeScript gets as far as the message.
 * Preloaded (`node --import`) by scripts that are TypeScript themselves.
 */
const needed = 24;
const major = Number.parseInt(process.versions.node, 10);

if (major < needed) {
  console.error(
    `This needs Node ${needed} or later, and it runs on ${process.version}.\n` +
      'Run `npm ci`, which installs a fitting Node for the scripts, then start the script with `npm run`.',
  );
  process.exit(1);
}
