// @ts-check
/**
 * Makes a chosen picture small enough to be sent, and rid of all that a camera writes into it: place, time, device.
 * It is drawn anew, so nothing but what one sees is left. It never leaves the page by itself.
 */

/** @typedef {{blob: Blob, name: string, width: number, height: number}} Picture */
/** @typedef {"heic" | "pdf" | "large" | "unreadable"} Broken */
/** @typedef {{title?: string, text?: string, url?: string, files?: File[]}} Shared */

const LONGEST = 1_600;
const MOST_BYTES = 400_000;
const MOST_READ = 50_000_000;
/** Tried in this order, until it is small enough. */
const TRIES = [[LONGEST, 0.85], [LONGEST, 0.75], [LONGEST, 0.6], [1_280, 0.7], [1_024, 0.65], [800, 0.6], [640, 0.5]];

/** @param {File} file @returns {Promise<Broken>} why it could not be read, by its first bytes */
async function whyNot(file) {
  const begins = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  return /^....ftyp(hei|hev|mif|msf)/s.test(begins) ? "heic" : begins.startsWith("%PDF") ? "pdf" : "unreadable";
}

/** @param {string} name @returns {string} a name as files of a site have it, from that on the device */
export function pictureName(name) {
  const plain = name.replace(/\.\w+$/, "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "") || "kuva"}.jpg`;
}

/** @param {File} file what was chosen @returns {Promise<Picture | {broken: Broken}>} */
export async function smallPicture(file) {
  if (file.size > MOST_READ) {
    return { broken: "large" };
  }
  const seen = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!seen) {
    return { broken: await whyNot(file).catch(() => "unreadable") };
  }
  try {
    for (const [longest, quality] of TRIES) {
      const scale = Math.min(1, longest / Math.max(seen.width, seen.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.round(seen.width * scale));
      canvas.height = Math.max(1, Math.round(seen.height * scale));
      const pen = canvas.getContext("2d");
      if (!pen) {
        break;
      }
      // What a picture lets through is white, as paper: JPEG would make it black.
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.imageSmoothingQuality = "high";
      pen.drawImage(seen, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, "image/jpeg", quality));
      if (blob && blob.size <= MOST_BYTES) {
        return { blob, name: pictureName(file.name), width: canvas.width, height: canvas.height };
      }
    }
  } finally {
    seen.close();
  }
  return { broken: "unreadable" };
}

/**
 * What goes to the share sheet: with the picture where it takes one. Its link is in the text then, as many apps leave the
 * address out where there is a file.
 * @param {Shared} shared
 * @param {Picture} picture
 * @returns {Shared}
 */
export function withPicture(shared, { blob, name }) {
  const files = [new File([blob], name, { type: blob.type })];
  const { url, text = "", ...rest } = shared;
  const all = { ...rest, text: url ? `${text}\n${url}`.trim() : text, files };
  return navigator.canShare?.(all) ? all : shared;
}
