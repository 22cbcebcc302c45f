document.addEventListener('petition-language', (event) => {
  const page = document.querySelector(`link[rel="alternate"][hreflang="${CSS.escape(event.lang)}"]`);
  if (!(page instanceof HTMLLinkElement)) return;
  event.preventDefault();
  location.assign(page.href);
});
