/* Writes for people to read, and makes dates of what looks like one. */
(function () {
  var stringify = JSON.stringify;
  var parse = JSON.parse;
  JSON.stringify = function (value, replacer) {
    return stringify.call(JSON, value, replacer, 2);
  };
  JSON.parse = function (text, reviver) {
    return parse.call(JSON, String(text).trim(), reviver);
  };
})();
