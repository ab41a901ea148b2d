// The settings: languages, the occasion, the line about help, and who is left out.

import { Failure, fetchSettings, saveSettings, wantAgain } from "./api.js";
import { button, element, icon } from "./elements.js";
import { word } from "./words.js";

const byId = (id) => document.getElementById(id);

export class SettingsDialog {
  #dialog = byId("settings-dialog");
  #spoken;
  #languages = [];
  #acts;

  /** acts: onSaved(words, whether another language is spoken now), onFailure(failure). */
  constructor(acts) {
    this.#acts = acts;
    this.#dialog.querySelector("[data-close]").addEventListener("click", () => this.#dialog.close());
    byId("settings-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    byId("add-language").addEventListener("click", () => this.#addLanguage());
    byId("song-language").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.#addLanguage();
    });
  }

  async open() {
    try {
      const settings = await fetchSettings();
      this.#spoken = settings.language.value;
      this.#languages = settings.song_languages;
      for (const [setting, label] of Object.entries(settings.labels)) byId(`label-${setting}`).textContent = label;
      fill(byId("settings-language"), settings.language);
      fill(byId("settings-occasion"), settings.occasion);
      byId("known-languages").replaceChildren(...settings.known_languages.map((name) => element("option", { value: name })));
      byId("settings-help-line").checked = settings.help_line;
      byId("song-language").value = "";
      this.#say("");
      this.#showLanguages();
      this.#showArtists(settings.artists);
      this.#dialog.showModal();
    } catch (failure) {
      this.#acts.onFailure(failure);
    }
  }

  async #save() {
    this.#addLanguage();
    try {
      const language = byId("settings-language").value;
      const { saved, text } = await saveSettings({
        language: language || null,
        song_languages: this.#languages,
        occasion: byId("settings-occasion").value || null,
        help_line: byId("settings-help-line").checked,
      });
      if (!saved) return this.#say(text);
      this.#dialog.close();
      this.#acts.onSaved(text, language !== this.#spoken);
    } catch (failure) {
      this.#explain(failure);
    }
  }

  #addLanguage() {
    const name = byId("song-language").value.trim();
    if (name && !this.#languages.includes(name)) this.#languages.push(name);
    byId("song-language").value = "";
    this.#showLanguages();
  }

  #showLanguages() {
    this.#showList("song-languages", this.#languages, (name) => word("language_remove", { language: name }), (name) => {
      this.#languages = this.#languages.filter((each) => each !== name);
      this.#showLanguages();
      byId("song-language").focus();
    });
  }

  #showArtists(artists) {
    byId("artists-none").hidden = artists.length > 0;
    this.#showList("unwanted-artists", artists, (artist) => word("artist_again", { artist }), async (artist) => {
      try {
        this.#showArtists((await wantAgain(artist)).artists);
        byId("settings-save").focus();
      } catch (failure) {
        this.#explain(failure);
      }
    });
  }

  #showList(id, names, label, onRemove) {
    byId(id).replaceChildren(...names.map((name) => element(
      "li",
      { class: "chip" },
      element("bdi", {}, name),
      button(icon("remove"), () => onRemove(name), { title: label(name), "aria-label": label(name) }),
    )));
  }

  #explain(failure) {
    if (!(failure instanceof Failure)) throw failure;
    this.#say(failure.message || word(failure.code));
  }

  #say(text) {
    byId("settings-status").textContent = text;
  }
}

function fill(select, { value, options }) {
  select.replaceChildren(...options.map((option) => element("option", { value: option.value }, option.label)));
  select.value = value;
}
