/**
 * Stands in for a copy of the script from years ago: it defines two of the tags in its own way, and knows nothing
 * of later copies, as any version that was ever published does. It asks the backend, and takes signatures.
 */
(() => {
  interface Shown {
    readonly id: string;
    readonly lang: string;
    readonly title: string;
    readonly form: {readonly consents: readonly {readonly name: string; readonly textId: string}[]};
  }

  class OlderForm extends HTMLElement {
    show(backend: string, petition: Shown): void {
      const root = this.attachShadow({mode: 'open'});
      root.innerHTML = `<form>
        <input name="givenName" /><input name="familyName" /><input name="email" />
        <select name="country"><option>DE</option></select>
        <label><input type="checkbox" /> Yes</label>
        <button part="submit">Sign</button>
      </form>`;
      const form = root.querySelector('form');
      form?.addEventListener('submit', (event) => {
        event.preventDefault();
        void this.#sign(backend, petition, new FormData(form));
      });
    }

    async #sign(backend: string, {id, lang, form}: Shown, data: FormData): Promise<void> {
      const consents = form.consents.map(({name, textId}) => ({name, textId, given: true}));
      const answer = await fetch(`${backend}/v1/petitions/${id}/signatures`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
        body: JSON.stringify({fields: Object.fromEntries(data), consents, lang}),
      });
      if (answer.ok && this.shadowRoot) this.shadowRoot.innerHTML = '<p part="thanks">Thank you</p>';
    }
  }

  class OlderCampaign extends HTMLElement {
    /** Later copies hand it the page's backend; here, each tag names its own. */
    static offerBackend(): void {}

    static #isShown(petition: unknown): petition is Shown {
      return typeof petition === 'object' && petition !== null && 'form' in petition;
    }

    connectedCallback(): void {
      void this.#show(this.getAttribute('backend') ?? '', this.getAttribute('petition') ?? '');
    }

    async #show(backend: string, id: string): Promise<void> {
      const answer = await fetch(`${backend}/v1/petitions/${id}?lang=en`);
      const petition: unknown = await answer.json();
      if (!OlderCampaign.#isShown(petition)) return;
      const title = document.createElement('h2');
      title.textContent = petition.title;
      const form = new OlderForm();
      this.attachShadow({mode: 'open'}).append(title, form);
      form.show(backend, petition);
    }
  }

  for (const [name, element] of Object.entries({'petition-sign-form': OlderForm, 'petition-campaign': OlderCampaign})) {
    if (!customElements.get(name)) customElements.define(name, element);
  }

  const tag = document.currentScript;
  const campaign = document.createElement('petition-campaign');
  for (const name of ['backend', 'petition']) campaign.setAttribute(name, tag?.getAttribute(`data-${name}`) ?? '');
  tag?.after(campaign);
})();
