// "My own faces": labelled captures for a network of one's own, kept on this machine only.

import { addFace, clearFaces, dropFace, Failure, fetchFaces, readAsShipped } from "./api.js";
import { CameraDialog } from "./camera.js";
import { dot, element } from "./elements.js";
import { number, word } from "./words.js";

const EVERY_MS = 1000;
const PASSING = ["no_face", "several_faces", "face_as_before", "media_too_dark", "busy", "timed_out"];

const byId = (id) => document.getElementById(id);
const wait = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

export class FacesDialog {
  #camera = new CameraDialog(byId("faces-dialog"), () => this.#take(false));
  #state;
  #onRefused;
  #onFailure;
  #counts = {};
  #shown = new Map();
  #taking = false;
  #clearing = false;

  constructor(state, onRefused, onFailure) {
    this.#state = state;
    this.#onRefused = onRefused;
    this.#onFailure = onFailure;
    byId("faces-moods").append(...state.moods.map((mood, place) => this.#renderMood(mood, place === 0)));
    byId("faces-take").addEventListener("click", () => this.#take(!this.#taking));
    byId("faces-drop").addEventListener("click", () => this.#ask(() => dropFace(this.#mood), () => word("faces_dropped", { mood: this.#label })));
    byId("faces-clear").addEventListener("click", () => this.#clear());
    byId("faces-shipped").addEventListener("click", () => this.#ask(readAsShipped, () => word("faces_as_shipped")));
  }

  async open() {
    try {
      this.#show(await fetchFaces());
    } catch (failure) {
      this.#onFailure(failure);
      return;
    }
    this.#say("");
    this.#askClear(false);
    if (await this.#camera.open()) return;
    this.#camera.close();
    this.#onRefused();
  }

  get #mood() {
    return byId("faces-moods").querySelector("input:checked").value;
  }

  get #label() {
    return this.#state.moods.find(({ mood }) => mood === this.#mood).label;
  }

  /** Begin or end to take a capture about every second. */
  async #take(taking) {
    if (taking === this.#taking) return;
    this.#taking = taking;
    const control = byId("faces-take");
    control.setAttribute("aria-pressed", String(taking));
    control.textContent = word(taking ? "faces_stop" : "faces_start");
    byId("faces-dialog").classList.toggle("taking", taking);
    while (this.#taking && this.#camera.isOpen) {
      const at = performance.now();
      await this.#capture(this.#mood);
      if (this.#counts[this.#mood] === this.#state.limits.faces_aim) {
        this.#say(word("faces_enough", { mood: this.#label }));
        this.#take(false);
      }
      await wait(Math.max(0, EVERY_MS - (performance.now() - at)));
    }
  }

  async #capture(mood) {
    const still = await this.#camera.still(640, 0.9);
    if (!still || !this.#taking) return;
    try {
      this.#show(await addFace(mood, still, this.#state.limits.look_s));
      this.#say(word("faces_taken", { mood: this.#label, count: number(this.#counts[mood]) }));
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      this.#say(failure.message || word(failure.code));
      if (!PASSING.includes(failure.code)) this.#take(false);
    }
  }

  /** The first press asks, the second one erases. */
  #clear() {
    if (!this.#clearing) return this.#askClear(true);
    this.#askClear(false);
    return this.#ask(clearFaces, () => word("faces_cleared"));
  }

  #askClear(clearing) {
    this.#clearing = clearing;
    byId("faces-clear").textContent = word(clearing ? "faces_clear_question" : "faces_clear");
    byId("faces-clear").classList.toggle("danger", clearing);
  }

  async #ask(request, words) {
    this.#take(false);
    try {
      this.#show(await request());
      this.#say(words());
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      this.#say(failure.message || word(failure.code));
    }
  }

  #show({ counts, learned }) {
    this.#counts = counts;
    for (const [mood, { amount, fill }] of this.#shown) {
      const aim = this.#state.limits.faces_aim;
      amount.textContent = word("faces_count", { count: number(counts[mood]), aim: number(aim) });
      fill.style.width = `${Math.min(1, counts[mood] / aim) * 100}%`;
    }
    byId("faces-learned").hidden = !learned;
    byId("faces-learned-words").textContent = learned ?? "";
  }

  #say(text) {
    byId("faces-status").textContent = text;
  }

  #renderMood({ mood, label, colour }, checked) {
    const fill = element("span", { class: "fill" });
    fill.style.setProperty("--mood", colour);
    const amount = element("span", { class: "amount" });
    this.#shown.set(mood, { amount, fill });
    const choice = element("input", { type: "radio", name: "face-mood", value: mood, checked });
    return element("label", { class: "face-mood" }, choice, dot(colour), element("span", { class: "label" }, label), amount, element("span", { class: "bar", "aria-hidden": "true" }, fill));
  }
}
