// Where a message is put together: a photo or video, and a song in words or as a file.

import { button, element, icon, thumbnail } from "./elements.js";
import { word } from "./words.js";

const FACE_NAMES = /\.(jpe?g|png|webp|gif|heic|heif|mp4|m4v|mov|webm)$/i;
const AUDIO_NAMES = /\.(mp3|m4a|aac|ogg|oga|opus|flac|wav)$/i;

/** "face", "audio", or "" for anything else. */
function kindOf(file) {
  if (/^(image|video)\//.test(file.type)) return "face";
  if (file.type.startsWith("audio/")) return "audio";
  if (FACE_NAMES.test(file.name)) return "face";
  return AUDIO_NAMES.test(file.name) ? "audio" : "";
}

export class Composer {
  #form = document.getElementById("composer");
  #song = document.getElementById("song");
  #send = document.getElementById("send");
  #hint = document.getElementById("hint");
  #list = document.getElementById("attachments");
  #faceButtons = [document.getElementById("choose-face"), document.getElementById("open-camera")];
  #attached = { face: null, audio: null };
  #refuse;
  #consented = false;
  #fileLimit = 0;

  /** onSend(draft) for a finished message; refuse(name of the words) for what cannot be taken. */
  constructor(onSend, refuse) {
    this.#refuse = refuse;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.busy) return;
      const draft = { text: this.#song.value.trim(), ...this.#attached };
      if (draft.text || draft.face || draft.audio) onSend(draft);
      else refuse("song_missing");
    });
    this.#pickWith("choose-face", "face-file");
    this.#pickWith("choose-audio", "audio-file");
    this.#takeDropsAndPastes();
  }

  get busy() {
    return this.#send.getAttribute("aria-disabled") === "true";
  }

  /** While an answer is being made nothing more is sent. */
  set busy(busy) {
    this.#send.setAttribute("aria-disabled", String(busy));
  }

  set fileLimit(bytes) {
    this.#fileLimit = bytes;
  }

  /** Faces can only be sent with consent; a song always. */
  set consented(consented) {
    this.#consented = consented;
    for (const button of this.#faceButtons) button.disabled = !consented;
    if (!consented) this.#detach("face");
    this.#hint.textContent = word(consented ? "hint_agreed" : "hint_not_agreed");
  }

  /** The song that is written and not sent; "" for none. */
  get song() {
    return this.#song.value.trim();
  }

  focus() {
    (this.#consented ? this.#faceButtons[0] : this.#song).focus();
  }

  focusSong() {
    this.#song.focus();
  }

  /** Take a file in; the newest of its kind replaces an earlier one. */
  attach(file) {
    const kind = kindOf(file);
    if (!kind) return this.#refuse("unsupported");
    if (kind === "face" && !this.#consented) return this.#refuse("consent_needed");
    if (file.size > this.#fileLimit) return this.#refuse("too_large");
    this.#detach(kind);
    this.#attached[kind] = { file, url: URL.createObjectURL(file) };
    this.#render();
  }

  /** Empty the composer; the files' addresses stay good for the message that shows them. */
  clear() {
    this.#attached = { face: null, audio: null };
    this.#song.value = "";
    this.#render();
  }

  /** Put back what could not be delivered, unless something new was begun. */
  restore(draft) {
    if (this.#song.value || this.#attached.face || this.#attached.audio) return;
    this.#song.value = draft.text;
    for (const kind of ["face", "audio"]) if (draft[kind]) this.attach(draft[kind].file);
  }

  #detach(kind) {
    if (this.#attached[kind]) URL.revokeObjectURL(this.#attached[kind].url);
    this.#attached[kind] = null;
    this.#render();
  }

  #render() {
    const { face, audio } = this.#attached;
    const items = [];
    if (face) items.push(this.#renderAttachment("face", face, thumbnail(face)));
    if (audio) items.push(this.#renderAttachment("audio", audio, icon("audio")));
    this.#list.replaceChildren(...items);
    this.#list.hidden = items.length === 0;
    this.#song.disabled = Boolean(audio);
    this.#song.placeholder = word(audio ? "song_is_file" : "song_placeholder");
    if (audio) this.#song.value = "";
  }

  #renderAttachment(kind, attachment, picture) {
    const name = attachment.file.name;
    const label = { title: word("remove"), "aria-label": word("remove_file", { name }) };
    const remove = button(icon("remove"), () => {
      this.#detach(kind);
      this.focusSong();
    }, label);
    return element("li", { class: "attachment" }, picture, element("span", { class: "name" }, name), remove);
  }

  #pickWith(buttonId, inputId) {
    const input = document.getElementById(inputId);
    document.getElementById(buttonId).addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      for (const file of input.files) this.attach(file);
      input.value = "";
      this.focusSong();
    });
  }

  #takeDropsAndPastes() {
    const veil = document.getElementById("drop-veil");
    addEventListener("dragover", (event) => {
      event.preventDefault();
      veil.hidden = !event.dataTransfer.types.includes("Files");
    });
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) veil.hidden = true; });
    addEventListener("drop", (event) => {
      event.preventDefault();
      veil.hidden = true;
      const words = event.dataTransfer.getData("text/plain").trim();
      for (const file of event.dataTransfer.files) this.attach(file);
      if (!event.dataTransfer.files.length && words && !this.#song.disabled) this.#song.value = words;
      this.focusSong();
    });
    addEventListener("paste", (event) => {
      const files = event.clipboardData?.files ?? [];
      if (files.length) event.preventDefault();
      for (const file of files) this.attach(file);
    });
  }
}
