import en from '../i18n/catalogues/en.json';

/** What is said before the elements are there. The build puts in these texts, and leaves the catalogue to the elements. */
export const english = {
  loading: en.loading,
  retry: en.retry,
  'problem.unreachable': en['problem.unreachable'],
  form: en.form,
  'field.givenName': en['field.givenName'],
  'field.familyName': en['field.familyName'],
  'field.email': en['field.email'],
};
