// One photo from the camera; the stream ends with the photo or with the dialog.

const dialog = document.getElementById("camera-dialog");
const view = document.getElementById("camera-view");

export const cameraOffered = Boolean(navigator.mediaDevices?.getUserMedia);

/** Ask for the camera and hand the photo, a JPEG file, to onPhoto; onRefused where there is none. */
export async function openCamera(onPhoto, onRefused) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "user" }, audio: false });
  } catch {
    onRefused();
    return;
  }
  view.srcObject = stream;
  dialog.addEventListener("close", () => {
    for (const track of stream.getTracks()) track.stop();
    view.srcObject = null;
  }, { once: true });
  document.getElementById("camera-cancel").onclick = () => dialog.close();
  document.getElementById("camera-shoot").onclick = async () => {
    const photo = await shoot();
    dialog.close();
    if (photo) onPhoto(photo);
  };
  dialog.showModal();
}

async function shoot() {
  if (!view.videoWidth) return null;
  const canvas = document.createElement("canvas");
  canvas.width = view.videoWidth;
  canvas.height = view.videoHeight;
  canvas.getContext("2d").drawImage(view, 0, 0);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.92));
  return blob && new File([blob], "camera.jpg", { type: "image/jpeg" });
}
