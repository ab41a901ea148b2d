// What is the person's own: moods over time, the copy of all that is kept, and its end.

import { fetchExport, fetchHistory, fetchWeek, forget } from "./api.js";
import { element, paragraphs, picture, withThumbs } from "./elements.js";
import { word } from "./words.js";

const byId = (id) => document.getElementById(id);

/** The moods of weeks, or the week, as a message. which: "history" or "week". */
export async function showMoods(conversation, which) {
  const shown = await (which === "week" ? fetchWeek() : fetchHistory());
  conversation.showWide(element("div", { class: "moods" }, ...paragraphs(shown.text), ...(shown.picture ? [picture(shown.picture)] : [])));
}

/** All that is kept, to read and to take along; its addresses end with the dialog. */
export async function showExport() {
  const { text, files } = await fetchExport();
  const dialog = byId("export-dialog");
  const addresses = files.map((file) => URL.createObjectURL(new Blob([file.text], { type: file.type })));
  byId("export-intro").textContent = text;
  byId("export-text").replaceChildren(...withThumbs(files[0].text));
  byId("export-files").replaceChildren(...files.map((file, place) => element(
    "a",
    { class: "download", href: addresses[place], download: file.name },
    word("download", { name: file.name }),
  )));
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  dialog.addEventListener("close", () => addresses.forEach((each) => URL.revokeObjectURL(each)), { once: true });
  dialog.showModal();
}

/** Ask whether to erase everything; onForgotten(words) where it was, onFailure(failure). */
export function askToForget(onForgotten, onFailure) {
  const dialog = byId("forget-dialog");
  byId("keep").onclick = () => dialog.close();
  byId("forget").onclick = async () => {
    dialog.close();
    try {
      onForgotten((await forget()).text);
    } catch (failure) {
      onFailure(failure);
    }
  };
  dialog.showModal();
}
