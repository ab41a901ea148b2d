// The conversation: messages come in at the end and are read out by screen readers (role=log).

import { element, fileName, hidden, paragraphs, thumbnail } from "./elements.js";
import { word } from "./words.js";

export class Conversation {
  #log = document.getElementById("log");
  #scroller = document.getElementById("scroller");
  #status = document.getElementById("status");
  #statusTimer = 0;
  #atEnd = true;

  constructor() {
    this.#scroller.addEventListener("scroll", () => { this.#atEnd = this.#isAtEnd(); });
    // late thumbnails and a growing composer must not hide the end
    const observer = new ResizeObserver(() => { if (this.#atEnd) this.#scrollToEnd(); });
    observer.observe(this.#scroller);
    observer.observe(this.#log);
  }

  /** A message of moodmix in words; kind: "", "notice" or "trouble". */
  say(text, kind = "", ...more) {
    return this.#add(`message ${kind}`, word("speaker_moodmix"), ...paragraphs(text), ...more);
  }

  /** A message of moodmix that is put together already. */
  show(content) {
    return this.#add("message", word("speaker_moodmix"), ...content);
  }

  /** What the person sent. */
  showMine({ text, face, audio }) {
    const parts = [];
    if (face) parts.push(thumbnail(face, word("picture_sent")));
    if (audio) parts.push(fileName(audio.file.name, "audio"));
    if (text) parts.push(element("p", {}, text));
    return this.#add("message mine", word("speaker_you"), ...parts);
  }

  /** An answer over the whole width; its beginning is brought into view. */
  showWide(content) {
    const message = this.#add("message wide", word("speaker_moodmix"), content);
    this.#scroller.scrollTop = message.offsetTop - 12;
    this.#atEnd = this.#isAtEnd();
    return message;
  }

  /** The message that stands while an answer is being made; remove() it. */
  showWorking(text) {
    const dots = element("span", { class: "dots", "aria-hidden": "true" });
    dots.append(element("i"), element("i"), element("i"));
    return this.#add("message", word("speaker_moodmix"), element("span", { class: "working" }, dots, text));
  }

  /** Bring the first message into view. */
  showBeginning() {
    this.#scroller.scrollTop = 0;
    this.#atEnd = this.#isAtEnd();
  }

  /** A short word that goes away by itself. */
  note(text) {
    clearTimeout(this.#statusTimer);
    this.#status.textContent = text;
    this.#statusTimer = setTimeout(() => { this.#status.textContent = ""; }, 4000);
  }

  /** Remove every message, and let go of the pictures in them. */
  clear() {
    for (const { src } of this.#log.querySelectorAll('[src^="blob:"]')) {
      URL.revokeObjectURL(src.split("#")[0]);
    }
    this.#log.replaceChildren();
  }

  #add(kind, speaker, ...content) {
    const message = element("article", { class: kind.trim(), tabindex: "-1" }, hidden(`${speaker}: `), ...content);
    this.#log.append(message);
    this.#scrollToEnd();
    return message;
  }

  #scrollToEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#atEnd = true;
  }

  #isAtEnd() {
    return this.#scroller.scrollTop + this.#scroller.clientHeight >= this.#scroller.scrollHeight - 4;
  }
}
