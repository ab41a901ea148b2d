// Saying how one feels without a camera: a word, or a point between dark and bright, calm and energetic.

import { button, dot } from "./elements.js";
import { number, word } from "./words.js";

const byId = (id) => document.getElementById(id);

/** Sets the dialog up; onTell(mood, words) gets {mood} or {point}. Returns what opens it. */
export function setUpMood(state, onTell) {
  const dialog = byId("mood-dialog");
  const plane = byId("plane");
  const [bright, energetic] = [byId("mood-brightness"), byId("mood-energy")];
  const { band, feelings } = state.plane;

  const tell = (mood, words) => {
    dialog.close();
    onTell(mood, word("mood_told", { mood: words }));
  };
  byId("mood-words").replaceChildren(...state.moods.map(({ mood, label, colour }) => {
    const choice = button(label, () => tell({ mood }, label));
    choice.prepend(dot(colour));
    return choice;
  }));
  for (const { valence, arousal, colour } of state.moods) {
    const mark = dot(colour);
    place(mark, valence, arousal);
    plane.append(mark);
  }

  const values = () => ({ valence: Number(bright.value) / 100, arousal: Number(energetic.value) / 100 });
  const poles = ({ valence, arousal }) => [
    Math.abs(valence) < band ? "" : valence > 0 ? "bright" : "dark",
    Math.abs(arousal) < band ? "" : arousal > 0 ? "energetic" : "calm",
  ];
  const feeling = (...names) => feelings[names.filter(Boolean).join("-") || "even"];
  const show = () => {
    const { valence, arousal } = values();
    const [one, other] = poles({ valence, arousal });
    place(byId("plane-point"), valence, arousal);
    bright.setAttribute("aria-valuetext", `${feeling(one)}, ${number(Math.abs(valence * 100))}`);
    energetic.setAttribute("aria-valuetext", `${feeling(other)}, ${number(Math.abs(arousal * 100))}`);
    byId("plane-words").textContent = feeling(one, other);
  };
  for (const slider of [bright, energetic]) slider.addEventListener("input", show);

  const point = (event) => {
    const box = plane.getBoundingClientRect();
    const within = (share) => Math.round(Math.min(1, Math.max(-1, share)) * 100);
    bright.value = within(((event.clientX - box.left) / box.width) * 2 - 1);
    energetic.value = within(1 - ((event.clientY - box.top) / box.height) * 2);
    show();
  };
  plane.addEventListener("pointerdown", (event) => {
    plane.setPointerCapture(event.pointerId);
    point(event);
  });
  plane.addEventListener("pointermove", (event) => { if (plane.hasPointerCapture(event.pointerId)) point(event); });

  byId("mood-take").addEventListener("click", () => tell({ point: values() }, byId("plane-words").textContent));
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  return () => {
    bright.value = energetic.value = 0;
    show();
    dialog.showModal();
  };
}

/** Put a mark on the plane; both numbers lie in [-1, 1]. */
function place(mark, valence, arousal) {
  mark.style.left = `${(valence + 1) * 50}%`;
  mark.style.top = `${(1 - arousal) * 50}%`;
}
