const shown = new Set();

document.addEventListener('petition-load', ({petition}) => {
  if (shown.has(petition)) return;
  shown.add(petition);
  window._paq?.push(['trackEvent', 'Petition', 'shown', petition]);
});

document.addEventListener('petition-sign', ({petition, status}) => {
  if (status !== 'waiting') window._paq?.push(['trackEvent', 'Petition', status, petition]);
});
