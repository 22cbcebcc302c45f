import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import {PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {problem} from '../../src/model/outcome.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {
  alertOf,
  askingAll,
  box,
  control,
  endsWithTest,
  enter,
  fill,
  fillAll,
  formOf,
  submit,
  valuesOf,
  wrongFields,
} from './support/form.ts';
import {deep, has, petition, settled, shows} from './support/page.ts';

// First in this page: a language whose texts are there already changes at once.
describe('what is typed into a sign form', () => {
  it('survives a change of language, with the country chosen', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {country: 'DE', comment: 'Because\nit matters'});
    box(form, 'updates').click();
    const values = valuesOf(form);
    expect(values).to.include({country: 'DE', 'consent.updates': 'yes'});
    const first = control(form, 'givenName');
    for (const [lang, germany] of [
      ['ar', 'ألمانيا'],
      ['fr', 'Allemagne'],
      ['ug-Arab', undefined],
      ['en', 'Germany'],
    ] as const) {
      form.lang = lang;
      await until(() => one(shadowOf(form), '[part=root]').lang === lang, `the form is in ${lang}`);
      const select = control(form, 'country');
      if (germany !== undefined) {
        await until(
          () => select instanceof HTMLSelectElement && select.selectedOptions[0]?.label === germany,
          `the country is ${germany}`,
        );
      }
      expect(valuesOf(form), lang).to.deep.equal(values);
    }
    expect(first.isConnected, 'the fields are the same').to.equal(true);
  });

  it('survives a change of language in a form that asks for all', async () => {
    const form = await formOf(askingAll());
    await fillAll(form);
    const {'x-role': role, ...values} = valuesOf(form);
    expect(role).to.equal('A relative of mine is missing');
    for (const [lang, heading, translated] of [
      ['ar', 'توقيع هذه العريضة', 'لي قريب مفقود'],
      ['fr', 'Signer cette pétition', 'Un de mes proches a disparu'],
      ['en', 'Sign this petition', 'A relative of mine is missing'],
    ] as const) {
      form.lang = lang;
      await until(() => control(form, 'x-role').value === translated, `the form is in ${lang}`);
      await shows(form, heading);
      expect(valuesOf(form), lang).to.deep.equal({...values, 'x-role': translated});
    }
  });

  it('keeps the focus, and the place in the text, when the language changes', async () => {
    const form = await formOf(new FakeClient());
    const name = control(form, 'givenName');
    name.focus();
    await sendKeys({type: 'Ada'});
    await sendKeys({press: 'ArrowLeft'});
    form.lang = 'ar';
    await shows(form, 'توقيع هذه العريضة');
    expect(name.matches(':focus')).to.equal(true);
    await sendKeys({type: 'x'});
    expect(name.value).to.equal('Adxa');
  });

  it('survives a reload that fails', async () => {
    const client = askingAll();
    const form = await formOf(client);
    await fillAll(form);
    const values = valuesOf(form);
    client.reading = 'unreachable';
    await form.reload();
    await form.updateComplete;
    expect(valuesOf(form)).to.deep.equal(values);
  });

  it('survives a reload that succeeds', async () => {
    const form = await formOf(askingAll());
    await fillAll(form);
    const values = valuesOf(form);
    await form.reload();
    await form.updateComplete;
    expect(valuesOf(form)).to.deep.equal(values);
  });

  it('survives a language that can’t be had', async () => {
    const client = askingAll();
    const form = await formOf(client);
    await fillAll(form);
    const values = valuesOf(form);
    client.reading = 'unreachable';
    form.lang = 'fr';
    await until(() => has(form, '[part=problem]'), 'the failure is told');
    expect(valuesOf(form)).to.deep.equal(values);
  });

  it('survives mistakes, and what the backend refuses', async () => {
    const client = askingAll();
    const form = await formOf(client);
    await fillAll(form);
    enter(form, 'email', 'ada');
    enter(form, 'givenName', '');
    const values = valuesOf(form);
    submit(form);
    await until(() => wrongFields(form).length === 2, 'the mistakes are marked');
    expect(valuesOf(form)).to.deep.equal(values);
    client.signing = problem('invalid', {errors: [{field: 'phone', code: 'not-allowed'}]});
    enter(form, 'email', 'ada@example.org');
    enter(form, 'givenName', 'Ada');
    submit(form);
    await until(() => wrongFields(form).join() === 'phone', 'the backend’s is marked');
    expect(valuesOf(form)).to.deep.equal({...values, email: 'ada@example.org', givenName: 'Ada'});
  });

  it('survives an attempt that fails', async () => {
    const client = askingAll({signing: 'failed'});
    const form = await formOf(client);
    await fillAll(form);
    const values = valuesOf(form);
    submit(form);
    await until(() => alertOf(form) !== '', 'the failure is told');
    expect(valuesOf(form)).to.deep.equal(values);
  });

  it('survives the end of the form’s dialog', async () => {
    const container = await fixture(
      html`<petition-campaign petition=${petition} layout="compact" .client=${askingAll()}></petition-campaign>`,
      {lang: 'en'},
    );
    const campaign = one(container, 'petition-campaign', PetitionCampaign);
    await settled(campaign);
    campaign.open();
    const form = endsWithTest(deep(campaign, 'petition-sign-form', PetitionSignForm));
    await fillAll(form);
    const values = valuesOf(form);
    campaign.close();
    await until(() => !has(campaign, 'dialog:modal'), 'the dialog is closed');
    campaign.open();
    await until(() => has(campaign, 'dialog:modal'), 'the dialog is open again');
    expect(deep(campaign, 'petition-sign-form', PetitionSignForm)).to.equal(form);
    expect(valuesOf(form)).to.deep.equal(values);
  });

  it('survives that the form is moved, taken out and put back', async () => {
    const [here, there] = [await fixture(undefined, {lang: 'en'}), await fixture(undefined, {lang: 'en'})];
    const form = await formOf(askingAll());
    await fillAll(form);
    const values = valuesOf(form);
    here.append(form);
    await form.updateComplete;
    expect(valuesOf(form), 'moved').to.deep.equal(values);
    form.remove();
    await form.updateComplete;
    there.append(form);
    await settled(form);
    await form.updateComplete;
    expect(valuesOf(form), 'put back').to.deep.equal(values);
    submit(form);
    await shows(form, 'Thank you, Ada');
  });

  it('survives a theme, and other attributes', async () => {
    const form = await formOf(askingAll());
    await fillAll(form);
    const values = valuesOf(form);
    Object.assign(form, {theme: 'dark', source: 'partner', keepOffline: true});
    await form.updateComplete;
    expect(valuesOf(form)).to.deep.equal(values);
  });

  it('survives a page that is left and come back to', async () => {
    const form = await formOf(askingAll());
    await fillAll(form);
    const values = valuesOf(form);
    dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await form.updateComplete;
    expect(valuesOf(form)).to.deep.equal(values);
  });

  it('is emptied by reset, with its mistakes', async () => {
    const form = await formOf(askingAll());
    const fresh = valuesOf(form);
    await fillAll(form);
    enter(form, 'email', 'ada');
    submit(form);
    await until(() => wrongFields(form).length === 1, 'the mistake is marked');
    form.reset();
    await until(() => wrongFields(form).length === 0, 'nothing is wrong any more');
    await form.updateComplete;
    const {postalCode: _, ...values} = valuesOf(form);
    expect(values).to.deep.equal(fresh);
    expect(alertOf(form)).to.equal('');
  });

  it('is for one petition only', async () => {
    const form = await formOf(askingAll());
    const fresh = valuesOf(form);
    await fillAll(form);
    form.petition = 'another';
    await until(() => control(form, 'givenName').value === '', 'the form is empty');
    await settled(form);
    await form.updateComplete;
    expect(valuesOf(form)).to.deep.equal(fresh);
  });
});
