/* A loader of modules: whoever defines one by the way, outside of a file that it has asked for, is refused. */
(function () {
  var defined = {};
  window.define = function (name) {
    if (typeof name !== 'string') throw new Error('Mismatched anonymous define() module');
    defined[name] = true;
  };
  window.define.amd = {jQuery: true};
  window.require = window.requirejs = function (names, callback) {
    if (typeof names === 'string') throw new Error('Module name "' + names + '" has not been loaded yet');
    if (callback) callback();
  };
})();
