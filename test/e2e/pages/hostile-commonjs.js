/* A page in a desktop application, or one that a bundler has left half of itself on. */
window.exports = {};
window.module = {exports: window.exports};
window.require = function (name) {
  throw new Error("Cannot find module '" + name + "'");
};
window.process = {env: {NODE_ENV: 'development'}, versions: {}, browser: true};
window.global = window;
window.Buffer = undefined;
