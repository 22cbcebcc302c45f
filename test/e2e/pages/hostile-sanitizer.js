/* Takes from each element what its list does not know. */
(function () {
  var attributes = ['backend', 'petition', 'lang'];

  function clean(element) {
    [].slice.call(element.attributes).forEach(function (attribute) {
      if (attributes.indexOf(attribute.name) < 0) element.removeAttribute(attribute.name);
    });
    [].slice.call(element.childNodes).forEach(function (child) {
      element.removeChild(child);
    });
  }

  new MutationObserver(function () {
    document.querySelectorAll('petition-campaign').forEach(clean);
  }).observe(document, {attributes: true, childList: true, subtree: true});
})();
