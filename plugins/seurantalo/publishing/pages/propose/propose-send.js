// @ts-check
/** The ways out: nothing leaves the page before one of these buttons is pressed. */

import { changedText, fileText } from "./file-text.js";
import { pack } from "./proposal-link.js";
import { all } from "./propose-fields.js";
import { element, say } from "./propose-names.js";
import { issueAddress, mailAddress, newFileAddress, sendTo } from "./ways-out.js";

/** @typedef {import("./proposal-link.js").Proposal} Proposal */
/** @typedef {{proposal: Proposal, source: any, lines: string[], found: string[], picture?: import("./picture.js").Picture}} Outgoing */

/** The text of each file of a proposal. @param {Outgoing} out @param {any} config @returns {{path: string, text: string}[]} `text` is empty where only a person can change the file */
export const textsOf = ({ proposal, source }, { tables, folders }) => proposal.files.map((file) => ({
  // Proposals say "events/…" and "content/…", whatever the site calls these folders.
  path: file.path.replace(/^\w+/, (head) => folders[head] ?? head),
  text: file.base ? changedText(source, file.set ?? {}, file.drop ?? [], tables) ?? "" : fileText(file.kind, file.set ?? {}, tables),
}));

export class Sending {
  /** @param {any} config @param {HTMLElement} box what holds the buttons @param {() => Outgoing | null} take what is to go; null where something is missing @param {() => Promise<unknown>} ready what is waited for before that */
  constructor(config, box, take, ready) {
    this.config = config;
    this.told = /** @type {HTMLElement} */ (box.querySelector("[data-sent]"));
    for (const button of all(box, "[data-way]")) {
      const way = button.dataset.way ?? "";
      button.hidden = way === "share" && !navigator.share;
      button.addEventListener("click", async () => {
        this.say("…");
        await ready();
        const out = take();
        if (out) void this.go(way, out);
        else this.told.replaceChildren();
      });
    }
  }

  /** @param {string} way @param {Outgoing} out */
  async go(way, out) {
    const { words } = this.config;
    const [title, ...lines] = out.lines;
    const files = textsOf(out, this.config);
    try {
      if (way === "copyText") return await this.copy(files.map(({ text }) => text).join("\n"), words.copiedText);
      if (way === "download") return this.download(files);
      if (way === "endpoint") return await this.post(out.proposal);
      const link = `${location.origin}${location.pathname}#${await pack(out.proposal)}`;
      if (way === "mail") return await this.mail(this.config.email, title, [title, ...lines, ...(out.picture ? [words.attach] : [])], link, words.mailed);
      if (way === "reply") return await this.mail(out.proposal.sender?.email ?? "", say(words.replySubject, { title }), [words.replyLine, ...out.found], link, words.replied);
      if (way === "share") return await this.share({ title, text: [title, ...lines].join("\n"), url: link }, out);
      if (way === "copy") return await this.copy(link, words.copied);
      if (way === "forge") return await this.forge(out, files, title, link);
    } catch (error) {
      this.say(/** @type {Error} */ (error).name === "AbortError" ? "" : words.failed);
    }
  }

  /** @param {string} text @param {Node[]} more */
  say(text, ...more) {
    this.told.replaceChildren(element("p", text), ...more);
  }

  /** @param {string} text @param {string} words */
  async copy(text, words) {
    try {
      await navigator.clipboard.writeText(text);
      this.say(words);
    } catch {
      const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, rows: 4 });
      field.setAttribute("aria-label", this.config.words.copyThis);
      this.say(this.config.words.copyThis, field);
      field.select();
    }
  }

  /** @param {string} to @param {string} subject @param {string[]} lines @param {string} link @param {string} words */
  async mail(to, subject, lines, link, words) {
    const address = mailAddress(to, subject, lines, link);
    if (!address) return this.copy(link, say(this.config.words.longMail, { to }));
    location.href = address;
    this.say(say(words, { to }), element("button", this.config.words.copyLink, () => void this.copy(link, this.config.words.copied)));
  }

  /** @param {{title: string, text: string, url: string}} shared @param {Outgoing} out */
  async share(shared, { picture }) {
    const { withPicture } = picture ? await import("./picture.js") : { withPicture: () => shared };
    await navigator.share(picture ? withPicture(shared, picture) : shared);
    this.say(this.config.words.shared);
  }

  /** @param {{path: string, text: string}[]} files */
  download(files) {
    for (const { path, text } of files) {
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "text/plain" })), download: path.split("/").pop() });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
    }
    this.say(say(this.config.words.downloaded, { paths: files.map(({ path }) => path).join(", ") }));
  }

  /** @param {Proposal} proposal */
  async post(proposal) {
    const { words } = this.config;
    const answer = await sendTo(this.config.endpoint, proposal);
    if ("problems" in answer) return this.say(words.problems, ...answer.problems.map((one) => element("p", one)));
    if ("failed" in answer) return this.say(words.failed);
    this.say(words.taken, ...(answer.url ? [Object.assign(element("a", answer.url), { href: answer.url })] : []));
  }

  /** Opens the forge's page with what is to be added filled in; of several files each has a link of its own. @param {Outgoing} out @param {{path: string, text: string}[]} files @param {string} title @param {string} link */
  async forge({ proposal }, files, title, link) {
    const { words, forge, templates } = this.config;
    const [first] = proposal.files;
    const addresses = first.base
      ? [{ path: files[0].path, text: link, ...issueAddress(forge, { template: templates.change, title, fields: { ehdotus: link.split("#")[1] } }) }]
      : files.reverse().map((file) => ({ ...file, ...newFileAddress(forge, file.path, file.text) }));
    const list = document.createElement("ol");
    for (const { path, text, href, tooLong, needsSignIn } of addresses) {
      const item = document.createElement("li");
      item.append(Object.assign(element("a", path), { href, target: "_blank", rel: "noopener" }));
      if (tooLong) item.append(" ", element("button", words.copyFirst, () => void navigator.clipboard.writeText(text).then(() => item.append(` ${words.copiedText}`))));
      if (needsSignIn) item.append(` ${say(words.signIn, { forge: forge.name })}`);
      list.append(item);
    }
    this.say(say(first.base ? words.forgeChange : addresses.length > 1 ? words.forgeFiles : words.forgeFile, { forge: forge.name }), list);
    if (addresses.length === 1 && !addresses[0].tooLong) window.open(addresses[0].href, "_blank", "noopener");
  }
}
