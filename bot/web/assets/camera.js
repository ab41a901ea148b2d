// The camera: on only while a dialog shows it, and off at once when that closes or is hidden.

const STILL_PX = 480;

export const cameraOffered = Boolean(navigator.mediaDevices?.getUserMedia);

/** A dialog with the camera's picture in it. */
export class CameraDialog {
  #dialog;
  #view;
  #stream = null;
  #asked = 0;

  /** onClose: what else is to end when the dialog closes, by whatever way. */
  constructor(dialog, onClose = () => {}) {
    this.#dialog = dialog;
    this.#view = dialog.querySelector("video");
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      this.#off();
      onClose();
    });
    document.addEventListener("visibilitychange", () => { if (document.hidden && dialog.open) dialog.close(); });
    addEventListener("pagehide", () => this.#off());
  }

  /** Open the dialog and switch the camera on; false where there is none to be had. */
  async open() {
    const asked = ++this.#asked;
    this.#dialog.showModal();
    try {
      const video = { facingMode: "user", width: { ideal: 1280 } };
      const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
      if (asked === this.#asked && this.#dialog.open) {
        this.#stream = stream;
        this.#view.srcObject = stream;
      } else {
        end(stream);
      }
      return true;
    } catch {
      return false;
    }
  }

  close() {
    this.#dialog.close();
  }

  get isOpen() {
    return this.#dialog.open;
  }

  /** What the camera sees now as a JPEG; null while it sees nothing yet. longest: of its sides. */
  async still(longest = STILL_PX, quality = 0.85) {
    const { videoWidth: width, videoHeight: height } = this.#view;
    if (!this.#stream || !width) return null;
    const scale = Math.min(1, longest / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(this.#view, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
  }

  #off() {
    this.#asked += 1;
    if (this.#stream) end(this.#stream);
    this.#stream = null;
    this.#view.srcObject = null;
  }
}

function end(stream) {
  for (const track of stream.getTracks()) track.stop();
}
