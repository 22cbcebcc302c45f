/* A keeper of passwords: marks the inputs that it finds, in whatever tree, puts a button beside each and fills one in. */
(function () {
  function inputsIn(root) {
    var found = [].slice.call(root.querySelectorAll('input'));
    root.querySelectorAll('*').forEach(function (element) {
      if (element.shadowRoot) found = found.concat(inputsIn(element.shadowRoot));
    });
    return found;
  }

  function mark(input) {
    if (input.dataset.keeper || !/text|email|tel/.test(input.type)) return;
    input.dataset.keeper = 'seen';
    input.setAttribute('autocomplete', 'off');
    input.style.setProperty('background-image', 'none', 'important');
    var button = document.createElement('keeper-button');
    button.setAttribute(
      'style',
      'position: relative !important; height: 0 !important; width: 0 !important; float: left !important;',
    );
    input.parentNode.insertBefore(button, input.nextSibling);
    var shade = button.attachShadow({mode: 'closed'});
    shade.appendChild(document.createElement('span')).textContent = '•';
  }

  function look() {
    inputsIn(document).forEach(mark);
  }

  addEventListener('focusin', look, true);
  setInterval(look, 100);
})();
