/* What browsers had of Intl before any that the elements are made for. */
['DisplayNames', 'ListFormat', 'Segmenter'].forEach(function (name) {
  delete Intl[name];
});
