/* Puts each text of the page in elements of its own, in another language, and says so of the page. */
(function () {
  function wrap(text) {
    if (!text.data.trim() || text.parentNode.localName === 'font') return;
    if (text.parentNode.closest('head, script, style')) return;
    var outer = document.createElement('font');
    var inner = document.createElement('font');
    outer.setAttribute('style', 'vertical-align: inherit;');
    inner.setAttribute('style', 'vertical-align: inherit;');
    outer.appendChild(inner);
    text.parentNode.replaceChild(outer, text);
    inner.textContent = text.data;
  }

  function translate() {
    var texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    var found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(wrap);
    document.documentElement.classList.add('translated-ltr');
    document.documentElement.setAttribute('translate', 'no');
  }

  addEventListener('DOMContentLoaded', translate);
  setInterval(translate, 50);
})();
