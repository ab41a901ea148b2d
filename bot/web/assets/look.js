// The camera in the conversation: one photo, or an observation whose seconds grow as one looks.

import { beginObservation, endObservation, Failure, lookAt, stopObservation } from "./api.js";
import { CameraDialog } from "./camera.js";
import { dot, element } from "./elements.js";
import { number, word } from "./words.js";

const EVERY_MS = 250; // four stills a second, as films are sampled
const TELL_EVERY_S = 5; // screen readers hear how it goes this often
const PHOTO_PX = 1920;
const ENOUGH_S = 3; // from then on there is something to read

const byId = (id) => document.getElementById(id);
const wait = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

export class LookDialog {
  #camera = new CameraDialog(byId("camera-dialog"), () => this.#stop());
  #state;
  #acts;
  #rows = new Map();
  #run = null;

  /**
   * acts: onPhoto(file); onRefused() where there is no camera; onRead(ask), where ask() resolves to
   * the reply to what was observed; onFailure(failure); song(), what is written beside it.
   */
  constructor(state, acts) {
    this.#state = state;
    this.#acts = acts;
    byId("camera-shoot").addEventListener("click", () => this.#shoot());
    byId("camera-observe").addEventListener("click", () => this.#observe());
    byId("camera-enough").addEventListener("click", () => { if (this.#run) this.#run.enough = true; });
    byId("camera-observe").hidden = !state.can.observe;
    byId("camera-left").max = state.limits.observation_s;
    byId("camera-bars").replaceChildren(...state.moods.map((mood) => this.#renderRow(mood)));
  }

  async open() {
    this.#showRunning(false);
    byId("camera-status").textContent = word(this.#state.can.observe ? "observe_ready" : "camera_ready");
    if (await this.#camera.open()) return;
    this.#camera.close();
    this.#acts.onRefused();
  }

  async #shoot() {
    const photo = await this.#camera.still(PHOTO_PX, 0.92);
    if (!photo) return;
    this.#camera.close();
    this.#acts.onPhoto(new File([photo], "camera.jpg", { type: "image/jpeg" }));
  }

  async #observe() {
    if (this.#run) return;
    const run = { number: null, enough: false };
    this.#run = run;
    this.#showRunning(true);
    try {
      run.number = (await beginObservation()).number;
      await this.#watch(run);
      if (this.#run !== run) return void stopObservation(run.number).catch(() => {});
      this.#run = null;
      const song = this.#acts.song();
      this.#camera.close();
      this.#acts.onRead((seconds) => endObservation(run.number, song, seconds), song);
    } catch (failure) {
      if (this.#run !== run) return;
      this.#camera.close();
      this.#acts.onFailure(failure);
    }
  }

  /** Look until the time is up; what fails in passing is left out. */
  async #watch(run) {
    const began = performance.now();
    const whole = this.#state.limits.observation_s;
    const passed = () => (performance.now() - began) / 1000;
    const clock = setInterval(() => this.#showTime(Math.min(whole, passed())), 200);
    let told = 0;
    let seen = false;
    try {
      while (this.#run === run && passed() < whole && !run.enough) {
        const at = performance.now();
        const still = await this.#camera.still();
        const milliseconds = Math.round(passed() * 1000);
        if (still && this.#run === run && milliseconds <= whole * 1000) {
          const glimpse = await this.#glimpse(run, milliseconds, still);
          if (glimpse && this.#run === run) {
            this.#show(glimpse);
            if (glimpse.place && !seen) byId("camera-status").textContent = word("observe_seen");
            seen ||= Boolean(glimpse.place);
            if (passed() - told >= TELL_EVERY_S) {
              told = passed();
              this.#tell(glimpse, told);
            }
            byId("camera-enough").disabled = passed() < ENOUGH_S;
          }
        }
        await wait(Math.max(0, EVERY_MS - (performance.now() - at)));
      }
    } finally {
      clearInterval(clock);
    }
  }

  async #glimpse(run, milliseconds, still) {
    try {
      return await lookAt(run.number, milliseconds, still, this.#state.limits.look_s);
    } catch (failure) {
      if (failure instanceof Failure && ["busy", "timed_out"].includes(failure.code)) return null;
      throw failure;
    }
  }

  #show({ place, emotion, seconds }) {
    const box = byId("camera-face");
    box.hidden = !place;
    if (place) {
      const [x, y, width, height] = place;
      // the picture is shown as in a mirror
      Object.assign(box.style, { left: `${(1 - x - width) * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
    }
    for (const [mood, { row, fill, shown }] of this.#rows) {
      row.classList.toggle("now", mood === emotion);
      fill.style.width = `${Math.min(1, seconds[mood] / this.#state.limits.observation_s) * 100}%`;
      shown.textContent = word("seconds", { seconds: number(seconds[mood], 1) });
    }
  }

  #showTime(passed) {
    const left = Math.max(0, this.#state.limits.observation_s - passed);
    byId("camera-left").value = passed;
    byId("camera-countdown").textContent = number(Math.ceil(left));
  }

  #tell({ seconds }, passed) {
    const [mood, most] = Object.entries(seconds).reduce((one, other) => (other[1] > one[1] ? other : one));
    const label = this.#state.moods.find((each) => each.mood === mood).label;
    byId("camera-status").textContent = most
      ? word("observe_so_far", { seconds: number(Math.round(passed)), mood: label })
      : word("observe_searching");
  }

  #showRunning(running) {
    byId("camera-watch").hidden = !running;
    byId("camera-close").textContent = word(running ? "camera_close" : "close");
    byId("camera-shoot").hidden = running;
    byId("camera-observe").hidden = running || !this.#state.can.observe;
    byId("camera-enough").hidden = !running;
    byId("camera-enough").disabled = true;
    byId("camera-countdown").hidden = !running;
    byId("camera-face").hidden = true;
    if (!running) return;
    byId("camera-status").textContent = word("observe_searching");
    this.#show({ place: null, emotion: null, seconds: Object.fromEntries([...this.#rows.keys()].map((mood) => [mood, 0])) });
    this.#showTime(0);
    byId("camera-close").focus();
  }

  /** The dialog closed while looking: what was seen is dropped. */
  #stop() {
    const run = this.#run;
    this.#run = null;
    // it is dropped by itself where the server cannot be told
    if (run?.number) stopObservation(run.number).catch(() => {});
  }

  #renderRow({ mood, label, colour }) {
    const fill = element("span", { class: "fill" });
    fill.style.setProperty("--mood", colour);
    const shown = element("span", { class: "amount" });
    const row = element("li", {}, dot(colour), element("span", { class: "label" }, label), element("span", { class: "bar", "aria-hidden": "true" }, fill), shown);
    this.#rows.set(mood, { row, fill, shown });
    return row;
  }
}
